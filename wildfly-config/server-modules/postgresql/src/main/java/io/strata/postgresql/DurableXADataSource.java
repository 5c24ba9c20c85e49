package io.strata.postgresql;

import java.sql.SQLException;
import javax.sql.XAConnection;
import org.postgresql.xa.PGXADataSource;

/**
 * The driver's XA data source with resources that report a lost database as {@code XAER_RMFAIL}.
 *
 * <p>The driver answers {@code XAER_RMERR} when PostgreSQL disappears between prepare and commit. A transaction manager
 * must take that for "this branch was rolled back" and gives up on it, while the prepared branch is still there: half a
 * transaction, for ever. {@code XAER_RMFAIL} says what is true, and recovery finishes the branch later.
 */
public class DurableXADataSource extends PGXADataSource {

    private static final long serialVersionUID = 1L;

    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return new DurableXAConnection(super.getXAConnection(user, password));
    }
}

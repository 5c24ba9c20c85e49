package io.strata.transaction;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import org.junit.jupiter.api.Test;

/** What it answers is tested against the real stores; here, that it refuses to guess. */
class MarkerConnectionTest {

    private final Connection recovery = JdbcFacade.of(Connection.class, new MarkerConnection.OfRecovery(null));

    @Test
    void refusesAStatementThatItDoesNotKnow() {
        assertThatThrownBy(() -> recovery.prepareStatement("update TxMarker set xid = ?"))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThatThrownBy(() -> recovery.createStatement().executeQuery("select 1"))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    @Test
    void refusesTheRestOfJdbc() {
        assertThatThrownBy(() -> recovery.prepareCall("{call something}"))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
    }
}

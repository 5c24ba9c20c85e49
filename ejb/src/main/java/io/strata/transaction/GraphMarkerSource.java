package io.strata.transaction;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Makes the markers known to Narayana, which looks for them under a name in JNDI. */
@ApplicationScoped
public class GraphMarkerSource {

    @Inject
    GraphMarkers markers;

    /**
     * Binds the markers; until then recovery leaves the transactions of an earlier start alone. The name belongs to the
     * application and goes with it.
     */
    @Open("runs at start")
    public void bind() {
        try {
            new InitialContext().rebind(GraphMarkers.JNDI_NAME, JdbcFacade.of(DataSource.class, this));
        } catch (NamingException e) {
            throw new IllegalStateException("cannot bind " + GraphMarkers.JNDI_NAME, e);
        }
    }

    /** Answers {@link DataSource#getConnection()}. */
    @Open("called by the transaction manager's recovery")
    public Connection getConnection() {
        return JdbcFacade.of(Connection.class, new MarkerConnection.OfRecovery(markers));
    }
}

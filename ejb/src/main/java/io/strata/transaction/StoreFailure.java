package io.strata.transaction;

import io.strata.access.Open;
import io.strata.common.ProblemType;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Recognises that a failure means a store is not there, and which one. */
public final class StoreFailure {

    private static final int DEEPEST_CAUSE = 30;

    private StoreFailure() {}

    /** The problem to tell callers when a store is away; empty when the failure is of another kind. */
    @Open("knows nothing of anybody's data")
    public static Optional<ProblemType> classify(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST_CAUSE; depth++) {
            ProblemType type = ofOne(current);
            if (type != null) {
                return Optional.of(type);
            }
            for (Throwable suppressed : current.getSuppressed()) {
                type = ofOne(suppressed);
                if (type != null) {
                    return Optional.of(type);
                }
            }
            current = current.getCause();
        }
        return Optional.empty();
    }

    private static ProblemType ofOne(Throwable failure) {
        if (failure instanceof ServiceUnavailableException || failure instanceof SessionExpiredException) {
            return ProblemType.GRAPH_UNAVAILABLE;
        }
        if (failure instanceof Neo4jException neo4j && isOutage(neo4j)) {
            return ProblemType.GRAPH_UNAVAILABLE;
        }
        if (failure instanceof JMSException || failure instanceof JMSRuntimeException) {
            return ProblemType.MESSAGING_UNAVAILABLE;
        }
        if (failure instanceof SQLTransientConnectionException
                || (failure instanceof SQLException sql && isOutage(sql))
                || failure instanceof ResourceException) {
            return ProblemType.DATABASE_UNAVAILABLE;
        }
        return null;
    }

    private static boolean isOutage(Neo4jException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("Unable to acquire connection")
                || message.contains("Connection to the database terminated")
                || failure.code().startsWith("Neo.TransientError.General.DatabaseUnavailable");
    }

    /** Connection exceptions (08), insufficient resources (53), operator intervention (57P): PostgreSQL, appendix A. */
    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}

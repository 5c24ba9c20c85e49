package io.strata.transaction;

import io.strata.access.Open;
import java.sql.SQLException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/** Recognises that a store ended a transaction only because another one was in its way. */
public final class LostRace {

    private static final int DEEPEST_CAUSE = 30;

    private LostRace() {}

    /** Whether the same call may succeed when it is made again. */
    @Open("knows nothing of anybody's data")
    public static boolean caused(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEEPEST_CAUSE; depth++) {
            if (isLostRace(current)) {
                return true;
            }
            current = current.getCause();
        }
        return false;
    }

    /** Neo4j says so by the class of its error; PostgreSQL by the class 40, transaction rollback (its appendix A). */
    private static boolean isLostRace(Throwable failure) {
        return failure instanceof TransientException
                || failure instanceof SessionExpiredException
                || (failure instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("40"));
    }
}

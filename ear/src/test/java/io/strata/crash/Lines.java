package io.strata.crash;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** Lines between a server and its PostgreSQL and Neo4j, which the server takes for the stores themselves. */
final class Lines implements UnaryOperator<Map<String, String>>, AutoCloseable {

    private static final int CUTS = 10;
    private static final long BETWEEN_CUTS_MILLIS = 400;
    private static final long SLOW_MILLIS = 5_000;
    private static final long FROZEN_MILLIS = 8_000;

    private final Map<Victim, Line> lines = new EnumMap<>(Victim.class);

    @Override
    public Map<String, String> apply(Map<String, String> environment) {
        Map<String, String> led = new HashMap<>(environment);
        Line postgresql = new Line(Integer.parseInt(environment.get("STRATA_POSTGRES_PORT")));
        Line neo4j = new Line(URI.create(environment.get("STRATA_NEO4J_URI")).getPort());
        led.put("STRATA_POSTGRES_PORT", Integer.toString(postgresql.port()));
        led.put("STRATA_NEO4J_URI", "bolt://127.0.0.1:" + neo4j.port());
        lines.put(Victim.POSTGRESQL, postgresql);
        lines.put(Victim.NEO4J, neo4j);
        return led;
    }

    /** Breaks all connections of a store, several times. */
    Rounds.Fault cut(Victim store) {
        return tally -> {
            for (int i = 0; i < CUTS; i++) {
                lines.get(store).cut();
                pass(BETWEEN_CUTS_MILLIS);
            }
        };
    }

    /** Makes every packet of a store late for a while. */
    Rounds.Fault slow(Victim store) {
        return tally -> during(store, Line.Condition.SLOW, SLOW_MILLIS);
    }

    /** Lets nothing pass from or to a store for a while, cuts, and lets the rest pass. */
    Rounds.Fault freeze(Victim store) {
        return tally -> during(store, Line.Condition.FROZEN, FROZEN_MILLIS);
    }

    private void during(Victim store, Line.Condition condition, long millis) {
        lines.get(store).become(condition);
        pass(millis);
        lines.get(store).become(Line.Condition.OPEN);
    }

    /** The fault is that it lasts. */
    private static void pass(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
    }
}

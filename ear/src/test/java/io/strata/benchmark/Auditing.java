package io.strata.benchmark;

import static org.awaitility.Awaitility.await;

import io.strata.audit.Chain;
import io.strata.testing.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What the chain of the audit costs: entries that a backlog is sealed at, and links that a verification walks along. */
final class Auditing {

    private static final int ENTRIES = 100_000;

    /** As large as those of small changes. */
    private static final String INSERT = """
            insert into audit_log (id, occurred_at, actor_id, actor_handle, action, subject_kind, subject_id,
                                   state_before, state_after)
            select -(? + number), now(), ?, 'benchmark', 'thing.changed', 'thing', gen_random_uuid(),
                   jsonb_build_object('title', 'A title with number ' || number, 'status', 'todo'),
                   jsonb_build_object('title', 'Another title with number ' || number, 'status', 'done')
            from generate_series(1, ?) as number
            """;

    /** The sealer's own lock: it has a backlog when it gets it. */
    private static final String HOLD = "select pg_advisory_lock(x'5374726174614155'::bigint)";

    private final World world;
    private final Report report;

    Auditing(World world, Report report) {
        this.world = world;
        this.report = report;
    }

    void measure() throws SQLException {
        long links = world.stores().number("select coalesce(max(position), 0) from audit_seal");
        Instant begin;
        try (Connection connection = world.stores().connect();
                PreparedStatement hold = connection.prepareStatement(HOLD);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            hold.execute();
            insert.setLong(1, 1L << 59);
            insert.setObject(2, UUID.randomUUID());
            insert.setInt(3, ENTRIES);
            insert.executeUpdate();
            begin = Instant.now();
        }
        await("the end of the backlog")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> world.stores().number("select count(*) from audit_unsealed") == 0);
        report.remark("Audit entries sealed per second", perSecond(ENTRIES, Duration.between(begin, Instant.now())));
        Instant start = Instant.now();
        if (!new Chain(world).verify().getBoolean("intact")) {
            throw new IllegalStateException("the chain is broken");
        }
        report.remark(
                "Audit links verified per second", perSecond(links + ENTRIES, Duration.between(start, Instant.now())));
    }

    private static String perSecond(long count, Duration duration) {
        return Long.toString(1000 * count / Math.max(1, duration.toMillis()));
    }
}

package io.strata.benchmark;

import static org.awaitility.Awaitility.await;

import io.strata.launcher.TestStrata;
import io.strata.reconciliation.Crowd;
import io.strata.reconciliation.Defects;
import io.strata.reconciliation.Passes;
import io.strata.testing.PageSection;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures a reconciliation of very many nodes: how long a pass takes, what the server's heap holds meanwhile, and
 * whether it finds exactly what was planted. Live heap is what a full collection leaves, so the collections are part of
 * the time of the pass that is watched; the pass before it is left alone.
 */
public final class ReconciliationBenchmark {

    private static final int NODES = Integer.getInteger("strata.benchmark.nodes", 1_000_000);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final World world;
    private final Passes passes;
    private final Heap heap;
    private final List<String> rows = new ArrayList<>();

    private ReconciliationBenchmark(World world) {
        this.world = world;
        this.passes = new Passes(world);
        this.heap = new Heap(world.strata().server());
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the page that the results are written into
     */
    public static void main(String[] arguments) throws Exception {
        try (World world = new World(TestStrata.start())) {
            String results = new ReconciliationBenchmark(world).measure();
            System.out.println("\n" + results);
            new PageSection(Path.of(arguments[0]), "reconciliation").write(results);
        }
    }

    private String measure() {
        Crowd crowd = new Crowd(world, NODES);
        Instant begin = Instant.now();
        crowd.fill();
        row("Nodes, each with content and audit", String.format(Locale.ROOT, "%,d", NODES));
        row("Filling both stores", seconds(Duration.between(begin, Instant.now())));
        await("the audit of all of them in its chain")
                .atMost(PATIENCE)
                .until(() -> world.stores().number("select count(*) from audit_unsealed") == 0);
        row("A clean pass", seconds(pass()));
        row("Findings of the clean pass", Integer.toString(open().size()));
        Map<String, String> planted = new TreeMap<>(new Defects(world, world.project()).ofEveryKind());
        watchedPass();
        Map<String, String> found = open();
        row("Defects planted, one of each kind", Integer.toString(planted.size()));
        row("Findings, exactly these", found.equals(planted) ? Integer.toString(found.size()) : "NO: " + found);
        return "On " + PageSection.machine() + ", stores on the same machine, measured with `mvn -Pbench"
                + " -Dstrata.benchmark=io.strata.benchmark.ReconciliationBenchmark`:\n\n| measured | |\n| --- | ---: |\n"
                + String.join("\n", rows) + "\n";
    }

    private Duration pass() {
        return duration(passes.start());
    }

    private void watchedPass() {
        row("Live heap of the server before a pass", heap.liveMegabytes() + " MB");
        long execution = passes.start();
        for (int percent : new int[] {25, 50, 75}) {
            await(percent + " %").atMost(PATIENCE).until(() -> percent(execution) >= percent);
            row("Live heap at " + percent + " %", heap.liveMegabytes() + " MB");
        }
        row("A pass with defects and these collections", seconds(duration(execution)));
        row("Live heap after it", heap.liveMegabytes() + " MB");
    }

    private Duration duration(long execution) {
        await("the end of the pass")
                .atMost(PATIENCE)
                .until(() -> passes.execution(execution).text("ended_at") != null);
        JsonObject ended = passes.execution(execution).json();
        if (!ended.getString("status").equals("completed")) {
            throw new IllegalStateException("the pass has not completed: " + ended);
        }
        return Duration.between(
                Instant.parse(ended.getString("started_at")), Instant.parse(ended.getString("ended_at")));
    }

    private long percent(long execution) {
        JsonObject shown = passes.execution(execution).json();
        return shown.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getString("name").equals("nodes"))
                .mapToLong(step -> 100 * step.getInt("done") / Math.max(1, step.getInt("expected")))
                .findFirst()
                .orElse(0);
    }

    private Map<String, String> open() {
        return passes.list("status=open").stream()
                .collect(Collectors.toMap(
                        finding -> finding.getString("kind"),
                        finding -> finding.getString("subject"),
                        (one, other) -> one + ", " + other,
                        TreeMap::new));
    }

    private void row(String name, String value) {
        rows.add("| " + name + " | " + value + " |");
        System.out.println(rows.get(rows.size() - 1));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

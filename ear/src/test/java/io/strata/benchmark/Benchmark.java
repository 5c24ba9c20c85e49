package io.strata.benchmark;

import static io.strata.testing.Api.object;
import static org.awaitility.Awaitility.await;

import io.strata.documents.SampleFiles;
import io.strata.launcher.TestStrata;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Measures everything in one run. */
public final class Benchmark {

    private static final String RAW_POSTGRESQL = "PostgreSQL alone, raw";
    private static final String RAW_NEO4J = "Neo4j alone, raw";
    private static final String MESSAGES = "Artemis alone, JTA";

    /** A store's own durable rate; what a transaction over all of them reaches is compared with the slowest of these. */
    static final Set<String> STORES_ALONE = Set.of(RAW_POSTGRESQL, RAW_NEO4J, MESSAGES);

    private static final List<Transacted> TRANSACTED = List.of(
            new Transacted(MESSAGES, "messages", 1),
            new Transacted("Neo4j, JTA", "graph", 1),
            new Transacted("PostgreSQL, JTA", "database", 1),
            new Transacted("PostgreSQL + Artemis", "database,messages", 1),
            new Transacted("PostgreSQL + Neo4j", "database,graph", 1),
            new Transacted("PostgreSQL + Artemis + Neo4j", "database,messages,graph", 1),
            new Transacted("the same, 20 writes in a transaction", "database,messages,graph", 20));

    /** For the compiler: otherwise a server that has just started would be measured. */
    private static final int WARM_UP_PASSES = 3;

    private static final int[] CLIENTS = {1, 8, 32};
    private static final int DOCUMENTS = 120;
    private static final int OUTAGE_REQUESTS = 5;

    /** A transaction to measure. */
    private record Transacted(String name, String stores, int writes) {}

    private final World world;
    private final Report report = new Report();

    private Benchmark(World world) {
        this.world = world;
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the page that the results are written into
     */
    public static void main(String[] arguments) throws Exception {
        try (World world = new World(TestStrata.startDurable(Coordination.application()))) {
            Benchmark benchmark = new Benchmark(world);
            benchmark.measure();
            if (System.getProperty("bench.parts", "").isEmpty()) {
                benchmark.report.writeInto(Path.of(arguments[0]));
            }
            System.out.println("\n" + benchmark.report.markdown());
        }
    }

    private void measure() throws Exception {
        if (isAsked("stores")) {
            try (StoreClients stores = new StoreClients(world.strata())) {
                measure(RAW_POSTGRESQL, stores::postgresql);
                measure(RAW_NEO4J, stores::neo4j);
                coordination();
            }
        }
        if (isAsked("api")) {
            TestProject project = world.project();
            for (int i = 0; i < WARM_UP_PASSES; i++) {
                Load.run("", 8, () -> () -> create(project));
            }
            measure("Nodes created through the API", () -> () -> create(project));
        }
        if (isAsked("documents")) {
            documents();
        }
        if (isAsked("audit")) {
            new Auditing(world, report).measure();
        }
        report.remarkMemory(memory());
        if (isAsked("outage")) {
            outage(
                    "Neo4j",
                    () -> world.strata().neo4j().kill(),
                    () -> world.strata().neo4j().start());
            outage(
                    "PostgreSQL",
                    () -> world.strata().postgresql().kill(),
                    () -> world.strata().postgresql().start());
        }
    }

    /** Whether a part is asked for: those that the property names, separated by commas, or all of them. */
    private static boolean isAsked(String part) {
        String asked = System.getProperty("bench.parts", "");
        return asked.isEmpty() || List.of(asked.split(",")).contains(part);
    }

    private void coordination() throws Exception {
        Coordination coordination = new Coordination(world.strata().server().uri());
        for (int i = 0; i < WARM_UP_PASSES; i++) {
            coordination.measure("", "database,messages,graph", 8, 1);
        }
        for (Transacted transacted : TRANSACTED) {
            for (int clients : CLIENTS) {
                report.add(coordination.measure(transacted.name(), transacted.stores(), clients, transacted.writes()));
            }
        }
    }

    private void measure(String name, Callable<Load.Client> kind) throws Exception {
        for (int clients : CLIENTS) {
            report.add(Load.run(name, clients, kind));
        }
    }

    private static void create(TestProject project) {
        project.api()
                .post(
                        project.path("/nodes"),
                        object("kind", "issue", "title", "A title", "description", "A few words about it"))
                .mustBe(201);
    }

    private void documents() {
        TestProject project = world.project();
        Upload upload = new Upload();
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = ("Number " + i + " of the reports about engines, propellants and orbits. ").repeat(40);
            switch (i % 4) {
                case 0 -> upload.file(i + ".pdf", "application/pdf", SampleFiles.pdf(text));
                case 1 -> upload.file(i + ".docx", "application/octet-stream", SampleFiles.docx(text));
                case 2 -> upload.file(i + ".html", "text/html", SampleFiles.html(text));
                default -> upload.file(i + ".md", "text/markdown", SampleFiles.markdown(text));
            }
        }
        Instant begin = Instant.now();
        project.api().upload(project.workspace().path("/documents"), upload).mustBe(202);
        await("every document at its end")
                .atMost(Duration.ofMinutes(30))
                .until(() -> world.stores()
                                .number(
                                        "select count(*) from document where workspace_id = ? and status = 'READY'",
                                        project.workspace().id())
                        == DOCUMENTS);
        double minutes = Duration.between(begin, Instant.now()).toMillis() / 60_000.0;
        report.remark("Documents per minute, from upload to ready", Long.toString(Math.round(DOCUMENTS / minutes)));
    }

    private Map<String, Long> memory() {
        Map<String, Long> megabytes = new LinkedHashMap<>();
        megabytes.put(
                "WildFly, the parser's processes included",
                Memory.megabytesOf(world.strata().server()));
        megabytes.put("PostgreSQL", Memory.megabytesOf(world.strata().postgresql()));
        megabytes.put("Neo4j", Memory.megabytesOf(world.strata().neo4j()));
        megabytes.put("the S3 server", Memory.megabytesOf(world.strata().objects()));
        return megabytes;
    }

    /** How long a caller waits at most for the answer that a store is away. */
    private void outage(String store, Runnable kill, Runnable start) {
        TestProject project = world.project();
        kill.run();
        long longest = 0;
        for (int i = 0; i < OUTAGE_REQUESTS; i++) {
            long begin = System.nanoTime();
            project.api()
                    .post(project.path("/nodes"), object("kind", "issue", "title", "In vain"))
                    .mustBe(503);
            longest = Math.max(longest, System.nanoTime() - begin);
        }
        report.remark("Longest wait for 503 while " + store + " is away", longest / 1_000_000 + " ms");
        start.run();
        world.awaitHealthy();
    }
}

package io.strata.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A throw-away Strata for tests: free ports, empty stores in a temporary folder that is deleted afterwards, no waiting
 * for the disk, as many requests as a test likes.
 *
 * <pre>{@code
 * try (TestStrata strata = TestStrata.start()) {                    // or startWithoutApplication()
 *     URI api = strata.server().uri();                              // http://127.0.0.1:…
 *     int management = strata.server().managementPort();            // for Arquillian
 *     String jdbc = strata.postgresql().jdbcUrl();                  // with strata.postgresql().roles()
 *     URI bolt = strata.neo4j().uri();                              // with user() and password()
 *     URI s3 = strata.objects().endpoint();                         // with bucket(), accessKey() and secretKey()
 *     strata.neo4j().kill();                                        // kill -9; stop() is the orderly way
 *     strata.neo4j().start();                                       // the same address, the same data
 *     strata.server().kill();
 *     strata.server().start();                                      // deploys the application again
 * }
 * }</pre>
 *
 * <p>Programs are not restarted on their own: what a test stops stays stopped. The build's programs are found through the
 * system property {@code strata.checkout}, or above the working directory.
 */
public final class TestStrata implements AutoCloseable {

    private final Strata strata;

    private TestStrata(Strata strata) {
        this.strata = strata;
    }

    /** Starts the stores and the server with the application. */
    public static TestStrata start() {
        return start(UnaryOperator.identity());
    }

    /**
     * As {@link #start()}, with another environment for the server.
     *
     * @param serverView is given what the server would be told, and answers with what it is told
     */
    public static TestStrata start(UnaryOperator<Map<String, String>> serverView) {
        return start(prepare(false, serverView), Strata::start);
    }

    /** As {@link #start}, but as durable as for real use: each commit waits for the disk. */
    public static TestStrata startDurable() {
        return startDurable(UnaryOperator.identity());
    }

    /**
     * As {@link #startDurable()}, with another environment for the server: options of its JVM, or stores behind an
     * address of the test's own.
     *
     * @param serverView is given what the server would be told, and answers with what it is told; called once, when the
     *     folders of the stores exist and nothing runs
     */
    public static TestStrata startDurable(UnaryOperator<Map<String, String>> serverView) {
        return start(prepare(true, serverView), Strata::start);
    }

    /** As {@link #startDurable()}, with an application that is more than the build's. */
    public static TestStrata startDurable(Path ear) {
        return start(prepare(true, UnaryOperator.identity()), strata -> strata.start(ear));
    }

    private static TestStrata start(TestStrata strata, Consumer<Strata> start) {
        try {
            start.accept(strata.strata);
            return strata;
        } catch (RuntimeException e) {
            strata.close();
            throw e;
        }
    }

    /** Starts the stores and a server to which the test deploys itself. */
    public static TestStrata startWithoutApplication() {
        return start(prepare(false, UnaryOperator.identity()), Strata::startWithoutApplication);
    }

    private static TestStrata prepare(boolean durable, UnaryOperator<Map<String, String>> serverView) {
        return new TestStrata(Strata.prepare(
                Installation.current(),
                Configuration.throwAway(durable),
                told -> serverView.apply(withoutRateLimits(told)),
                System.out::println));
    }

    /** Limits are on, so that every answer has their headers, but no client reaches them. */
    private static Map<String, String> withoutRateLimits(Map<String, String> told) {
        Map<String, String> changed = new HashMap<>(told);
        for (String who : new String[] {"PEOPLE", "AGENTS", "ADDRESSES"}) {
            changed.putIfAbsent("STRATA_RATE_LIMIT_" + who, "1000000");
        }
        return changed;
    }

    /** The content store. */
    public PostgreSql postgresql() {
        return strata.postgresql();
    }

    /** The graph store. */
    public Neo4j neo4j() {
        return strata.neo4j();
    }

    /** The object store. */
    public ObjectServer objects() {
        return strata.objects();
    }

    /** The server. */
    public ApplicationServer server() {
        return strata.server();
    }

    /** Starts another server over the same stores; whoever asks for it stops it. */
    public AnotherServer startAnotherServer() {
        return AnotherServer.start(server().environment());
    }

    /** The handle of the first administrator. */
    public String administratorHandle() {
        return server().environment().getOrDefault("STRATA_ADMIN_HANDLE", "admin");
    }

    /** The password of {@link #administratorHandle}. */
    public String administratorPassword() {
        return server().environment().get("STRATA_ADMIN_PASSWORD");
    }

    /** The folder that holds everything: stores, server, logs, and in {@code run} the numbers of the processes. */
    public Path folder() {
        return strata.data().root();
    }

    /** Stops everything and deletes the data. */
    @Override
    public void close() {
        strata.close();
        strata.data().delete();
    }
}

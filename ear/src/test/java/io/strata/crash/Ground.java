package io.strata.crash;

import static io.strata.testing.Api.object;

import io.strata.launcher.Program;
import io.strata.launcher.StartFailure;
import io.strata.launcher.TestStrata;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The durable Strata that suffers, with the agent in its server and a receiver of its webhooks. */
final class Ground implements AutoCloseable {

    private static final int START_ATTEMPTS = 5;
    /** A server that lives for a minute gains nothing from the second compiler. */
    private static final String QUICK_START = " -XX:TieredStopAtLevel=1";

    private final Receiver receiver;
    private final Trap trap = new Trap();
    private final World world;

    /**
     * Starts it.
     *
     * @param serverView what else the server is told, as {@link TestStrata#startDurable(UnaryOperator)} says
     */
    Ground(UnaryOperator<Map<String, String>> serverView) throws IOException {
        receiver = new Receiver();
        world = new World(TestStrata.startDurable(environment -> serverView.apply(withAgent(environment))));
    }

    private Map<String, String> withAgent(Map<String, String> environment) {
        Map<String, String> more = new HashMap<>(environment);
        more.merge("STRATA_SERVER_OPTIONS", trap.serverOption() + QUICK_START, (given, ours) -> given + " " + ours);
        more.put("STRATA_EGRESS_ALLOW", "127.0.0.1");
        more.put("STRATA_RECONCILIATION_INTERVAL_MINUTES", "0");
        return more;
    }

    World world() {
        return world;
    }

    TestStrata strata() {
        return world.strata();
    }

    Receiver receiver() {
        return receiver;
    }

    Trap trap() {
        return trap;
    }

    /** A new project whose every event is told to the receiver. */
    TestProject project() {
        TestProject project = world.project();
        project.api()
                .post(project.path("/webhooks"), object("url", receiver.url()))
                .mustBe(201);
        return project;
    }

    /** Starts what was killed, again if it is killed while it starts; returns when it answers. */
    void revive(Victim victim) {
        synchronized (victim) {
            start(victim.of(strata()));
        }
    }

    private static void start(Program program) {
        for (int attempt = 1; ; attempt++) {
            try {
                program.start();
                return;
            } catch (StartFailure e) {
                System.out.println("  " + e.getMessage());
                if (program.isRunning() || attempt == START_ATTEMPTS) {
                    throw e;
                }
                program.kill();
            }
        }
    }

    /** Keeps what the programs have written so far, for whoever looks for the cause of a finding. */
    void keepLogs(String name) {
        Path kept = Path.of(System.getProperty("strata.checkout"), "ear/target/crash", name);
        Path logs = strata().folder().resolve("logs");
        try (Stream<Path> files = Files.list(logs)) {
            Files.createDirectories(kept);
            for (Path log : files.toList()) {
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new beginning for those who do not wait for this one to end well. */
    void restart() {
        for (Victim victim : Victim.values()) {
            victim.of(strata()).kill();
        }
        for (Victim victim : List.of(Victim.POSTGRESQL, Victim.NEO4J, Victim.SERVER)) {
            revive(victim);
        }
        world.awaitHealthy();
    }

    @Override
    public void close() {
        world.close();
        receiver.close();
    }
}

package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The graph store: Neo4j in a JVM of its own, with Bolt on the loopback address. */
public final class Neo4j extends Program {

    private final Installation installation;
    private final Configuration configuration;
    private final Path home;
    private final String password;

    Neo4j(Installation installation, Configuration configuration, DataDirectory data, String password) {
        super("Neo4j", data);
        this.installation = installation;
        this.configuration = configuration;
        this.home = data.privateFolder("neo4j");
        this.password = password;
    }

    /** Where Bolt clients connect. */
    public URI uri() {
        return URI.create("bolt://" + Configuration.LOOPBACK + ":" + configuration.neo4jPort());
    }

    /** The user of {@link #password}. */
    public String user() {
        return "neo4j";
    }

    /** The password of {@link #user}. */
    public String password() {
        return password;
    }

    @Override
    String fileName() {
        return "neo4j";
    }

    @Override
    ProcessHandle startProcess() throws IOException {
        Files.deleteIfExists(home.resolve("ready"));
        Path settings = home.resolve("neo4j.conf");
        Files.writeString(settings, settings());
        return Child.start(
                        List.of(
                                Child.java(),
                                "-Xms128m",
                                "-Xmx" + configuration.neo4jMemory(),
                                "-XX:+UseParallelGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "-Djava.awt.headless=true",
                                "-cp",
                                installation.neo4jClassPath(),
                                "io.strata.neo4j.Neo4jServer",
                                home.toString(),
                                settings.toString()),
                        Map.of(),
                        log(),
                        password + "\n")
                .toHandle();
    }

    private String settings() {
        return """
                # Written at each start.
                server.default_listen_address=%s
                server.bolt.listen_address=%s:%d
                server.memory.pagecache.size=128m
                db.tx_log.rotation.retention_policy=2 days 512M
                dbms.usage_report.enabled=false
                # A server that hangs is noticed: it says every two seconds that it is still at work, and clients wait
                # no longer than three times that for any sign of life.
                server.bolt.connection_keep_alive=2s
                server.bolt.connection_keep_alive_for_requests=ALL
                server.bolt.connection_keep_alive_probes=3
                # Longer than any transaction of the server's may last, so that nothing is held for ever.
                db.lock.acquisition.timeout=20s
                db.transaction.timeout=10m
                """.formatted(Configuration.LOOPBACK, Configuration.LOOPBACK, configuration.neo4jPort());
    }

    /** The server says itself when its databases are there; until then Bolt would answer with errors. */
    @Override
    boolean isReady() {
        Path ready = home.resolve("ready");
        try {
            return Files.exists(ready)
                    && process()
                            .map(process -> Long.toString(process.pid()))
                            .orElse("")
                            .equals(Files.readString(ready));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.strata.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A whole Strata on this machine: three stores and the server, started, watched and stopped together. */
public final class Strata implements AutoCloseable {

    private static final Executor THREAD_EACH = task -> new Thread(task, "start").start();

    private final Installation installation;
    private final DataDirectory data;
    private final OrphanGuard guard;
    private final Secrets secrets;
    private final PostgreSql postgresql;
    private final Neo4j neo4j;
    private final ObjectServer objects;
    private final ApplicationServer server;
    private final Consumer<String> progress;

    private Strata(
            Installation installation,
            Configuration configuration,
            UnaryOperator<Map<String, String>> serverView,
            DataDirectory data,
            Consumer<String> progress) {
        this.installation = installation;
        this.data = data;
        this.progress = progress;
        this.secrets = new Secrets(data.resolve("secrets"), configuration.environment());
        Map<String, String> given = configuration.environment();
        this.postgresql = new PostgreSql(
                installation,
                configuration,
                data,
                new PostgreSqlRoles(
                        given.getOrDefault("STRATA_POSTGRES_DATABASE", "strata"),
                        secrets.password("STRATA_POSTGRES_SUPERUSER_PASSWORD"),
                        given.getOrDefault("STRATA_POSTGRES_MIGRATE_USER", "strata_migrate"),
                        secrets.password("STRATA_POSTGRES_MIGRATE_PASSWORD"),
                        given.getOrDefault("STRATA_POSTGRES_USER", "strata_app"),
                        secrets.password("STRATA_POSTGRES_PASSWORD")));
        this.neo4j = new Neo4j(installation, configuration, data, secrets.password("STRATA_NEO4J_PASSWORD"));
        this.objects = new ObjectServer(
                installation,
                configuration,
                data,
                given.getOrDefault("STRATA_S3_BUCKET", "strata"),
                secrets.password("STRATA_S3_ACCESS_KEY"),
                secrets.password("STRATA_S3_SECRET_KEY"));
        this.server = new ApplicationServer(
                installation, configuration, data, serverView.apply(serverEnvironment(configuration)));
        programs().forEach(Program::stopOrphan);
        Preflight.check(configuration);
        this.guard = OrphanGuard.over(data.resolve("run"));
    }

    /**
     * Takes the data directory, cleans up after a launcher that was killed, and checks that everything can be started.
     *
     * @param progress receives one line for each step, for people
     * @throws StartFailure when something is in the way; then nothing was started
     */
    public static Strata prepare(Installation installation, Configuration configuration, Consumer<String> progress) {
        return prepare(installation, configuration, UnaryOperator.identity(), progress);
    }

    /**
     * As above, with a server that is told something else than the truth: that a store listens at another address, for
     * example.
     *
     * @param serverView changes the environment of the server's process
     */
    static Strata prepare(
            Installation installation,
            Configuration configuration,
            UnaryOperator<Map<String, String>> serverView,
            Consumer<String> progress) {
        DataDirectory data = DataDirectory.open(configuration.dataDirectory());
        try {
            return new Strata(installation, configuration, serverView, data, progress);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /**
     * Starts the stores and the server at the same time, then deploys the application.
     *
     * @throws StartFailure when something does not start; what was started is then still to be {@linkplain #close stopped}
     */
    public void start() {
        start(installation.ear());
    }

    /** As {@link #start()}, with an application that is not the build's. */
    void start(Path ear) {
        server.undeploy();
        server.launch();
        startStores();
        server.deploy(ear);
        timed(server, "serves the application", server::awaitReady);
    }

    /** Starts the stores and a server without an application. */
    public void startWithoutApplication() {
        server.undeploy();
        server.launch();
        startStores();
        timed(server, "ready", server::awaitReady);
    }

    private void startStores() {
        List<CompletableFuture<Void>> starts = stores().map(
                        store -> CompletableFuture.runAsync(() -> timed(store, "ready", store::start), THREAD_EACH))
                .toList();
        try {
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure("A store did not start: " + e.getCause(), e.getCause());
        }
    }

    private void timed(Program program, String outcome, Runnable step) {
        Instant begin = Instant.now();
        step.run();
        progress.accept(String.format(
                Locale.ROOT,
                "%-10s %s in %.1f s",
                program.name(),
                outcome,
                Duration.between(begin, Instant.now()).toMillis() / 1000.0));
    }

    /** The programs that should run, watched from now on: one that ends on its own is started again. */
    public void supervise() {
        Supervisor supervisor = new Supervisor(progress);
        programs().forEach(supervisor::watch);
    }

    /** Stops the server, then the stores, and gives the data directory back. */
    @Override
    public void close() {
        progress.accept("Stopping");
        server.retire();
        progress.accept("WildFly stopped");
        stores().parallel().forEach(Program::retire);
        progress.accept("Stores stopped");
        guard.close();
        data.close();
    }

    /** The content store. */
    public PostgreSql postgresql() {
        return postgresql;
    }

    /** The graph store. */
    public Neo4j neo4j() {
        return neo4j;
    }

    /** The object store. */
    public ObjectServer objects() {
        return objects;
    }

    /** The server. */
    public ApplicationServer server() {
        return server;
    }

    /** Where everything is kept. */
    public DataDirectory data() {
        return data;
    }

    Secrets secrets() {
        return secrets;
    }

    private Stream<Program> stores() {
        return Stream.of(postgresql, neo4j, objects);
    }

    private Stream<Program> programs() {
        return Stream.of(server, postgresql, neo4j, objects);
    }

    private Map<String, String> serverEnvironment(Configuration configuration) {
        Map<String, String> environment = new HashMap<>(configuration.environment());
        environment.put("STRATA_HTTP_HOST", configuration.httpHost());
        environment.put("STRATA_HTTP_PORT", Integer.toString(configuration.httpPort()));
        environment.put("STRATA_MANAGEMENT_HOST", Configuration.LOOPBACK);
        environment.put("STRATA_MANAGEMENT_PORT", Integer.toString(configuration.managementPort()));
        environment.put("STRATA_DATA_DIR", data.root().toString());
        environment.put("STRATA_POSTGRES_HOST", Configuration.LOOPBACK);
        environment.put("STRATA_POSTGRES_PORT", Integer.toString(configuration.postgresqlPort()));
        environment.put("STRATA_POSTGRES_DATABASE", postgresql.roles().database());
        environment.put("STRATA_POSTGRES_USER", postgresql.roles().applicationUser());
        environment.put("STRATA_POSTGRES_PASSWORD", postgresql.roles().applicationPassword());
        environment.put("STRATA_POSTGRES_MIGRATE_USER", postgresql.roles().migrateUser());
        environment.put("STRATA_POSTGRES_MIGRATE_PASSWORD", postgresql.roles().migratePassword());
        environment.put("STRATA_NEO4J_URI", neo4j.uri().toString());
        environment.put("STRATA_NEO4J_USER", neo4j.user());
        environment.put("STRATA_NEO4J_PASSWORD", neo4j.password());
        environment.put("STRATA_S3_ENDPOINT", objects.endpoint().toString());
        environment.put("STRATA_S3_BUCKET", objects.bucket());
        environment.put("STRATA_S3_ACCESS_KEY", objects.accessKey());
        environment.put("STRATA_S3_SECRET_KEY", objects.secretKey());
        environment.put("STRATA_ENCRYPTION_KEY", secrets.key("STRATA_ENCRYPTION_KEY"));
        environment.put("STRATA_ADMIN_PASSWORD", secrets.password("STRATA_ADMIN_PASSWORD"));
        return environment;
    }
}

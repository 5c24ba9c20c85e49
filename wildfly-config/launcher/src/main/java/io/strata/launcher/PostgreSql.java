package io.strata.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content store: PostgreSQL on the loopback address, with a database, its owner and the server's restricted role. */
public final class PostgreSql extends Program {

    private static final String VERSION = "17";
    private static final Duration MEMORY_RELEASED_WITHIN = Duration.ofSeconds(15);

    private final Installation installation;
    private final Configuration configuration;
    private final PostgreSqlRoles roles;
    private final Path home;
    private final Path cluster;

    PostgreSql(Installation installation, Configuration configuration, DataDirectory data, PostgreSqlRoles roles) {
        super("PostgreSQL", data);
        this.installation = installation;
        this.configuration = configuration;
        this.roles = roles;
        this.home = data.privateFolder("postgresql");
        this.cluster = home.resolve(VERSION);
    }

    /** JDBC address of the database. */
    public String jdbcUrl() {
        return jdbcUrl(roles.database());
    }

    /** The roles and their passwords. */
    public PostgreSqlRoles roles() {
        return roles;
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Configuration.LOOPBACK + ":" + configuration.postgresqlPort() + "/" + database;
    }

    @Override
    String fileName() {
        return "postgresql";
    }

    @Override
    ProcessHandle startProcess() throws IOException {
        Path programs = PostgreSqlBinaries.unpackedIn(installation.programs());
        Unprivileged user = Unprivileged.of(home, programs);
        if (Files.notExists(cluster.resolve("PG_VERSION"))) {
            createCluster(user, programs);
        }
        Files.writeString(cluster.resolve("postgresql.conf"), settings());
        endPostmaster();
        startPostmaster(user, programs);
        ProcessHandle postmaster = postmaster().orElseThrow(() -> failed("it stopped at once"));
        try {
            roles.provision(jdbcUrl("postgres"), jdbcUrl());
        } catch (SQLException e) {
            postmaster.destroyForcibly();
            throw failed(e.getMessage());
        }
        return postmaster;
    }

    private void createCluster(Unprivileged user, Path programs) throws IOException {
        Path incomplete = home.resolve(VERSION + ".new");
        Command.run(List.of("rm", "-rf", incomplete.toString()));
        Path password = home.resolve("superuser-password");
        DataDirectory.writePrivate(password, roles.superuserPassword() + "\n");
        try {
            Command.Result result = Command.run(user.command(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "--pgdata=" + incomplete,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    configuration.durable() ? "--data-checksums" : "--no-sync")));
            if (!result.succeeded()) {
                throw failed(result.output()
                        .lines()
                        .reduce((first, second) -> second)
                        .orElse("initdb failed"));
            }
            Files.move(incomplete, cluster);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private String settings() {
        String durable = configuration.durable() ? "on" : "off";
        return """
                # Written at each start; put changes into custom.conf beside this file.
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                max_prepared_transactions = 200
                shared_buffers = 192MB
                max_wal_size = 2GB
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%u '
                include_if_exists = 'custom.conf'
                """.formatted(Configuration.LOOPBACK, configuration.postgresqlPort(), durable, durable, durable);
    }

    /** After a kill, PostgreSQL's own children need a moment to notice and give the shared memory back. */
    private void startPostmaster(Unprivileged user, Path programs) throws IOException {
        List<String> command = user.command(List.of(
                programs.resolve("bin/pg_ctl").toString(),
                "start",
                "--wait",
                "--timeout=60",
                "--silent",
                "--pgdata=" + cluster,
                "--log=" + log()));
        Instant deadline = Instant.now().plus(MEMORY_RELEASED_WITHIN);
        int before = logged().length();
        while (!start(command)) {
            boolean memoryInUse = logged().substring(before).contains("shared memory block");
            if (!memoryInUse || Instant.now().isAfter(deadline)) {
                throw failed("see " + log());
            }
            before = logged().length();
            pause();
        }
    }

    private String logged() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    private boolean start(List<String> command) throws IOException {
        try {
            return Child.start(command, Map.of(), log(), "").waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
        }
    }

    /** Removes the file of a postmaster that is gone, before its number belongs to another process; ends a live one. */
    private void endPostmaster() throws IOException {
        Optional<ProcessHandle> postmaster = postmaster();
        postmaster.filter(PostgreSql::isPostgres).ifPresent(running -> {
            quit(running);
            running.onExit().join();
        });
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    /** {@code pg_ctl} has waited already. */
    @Override
    boolean isReady() {
        return isRunning();
    }

    /** SIGINT is PostgreSQL's fast shutdown: clients are sent away, the data is left clean. */
    @Override
    void quit(ProcessHandle running) {
        try {
            Command.run(List.of("kill", "-INT", Long.toString(running.pid())));
        } catch (IOException e) {
            running.destroy();
        }
    }

    private StartFailure failed(String cause) {
        return new StartFailure("PostgreSQL did not start: " + cause);
    }
}

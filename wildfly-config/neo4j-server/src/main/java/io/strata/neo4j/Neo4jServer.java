package io.strata.neo4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs a Neo4j server in this process until the process is told to stop.
 *
 * <p>Two arguments: the home folder and the configuration file, in the format of {@code neo4j.conf}. Authentication is
 * always on. The password of the user {@code neo4j} is what standard input says. The file {@code ready} appears in the home folder
 * once clients are answered.
 */
public final class Neo4jServer {

    private static final long DATABASE_AVAILABLE_MILLIS = 60_000;

    private Neo4jServer() {}

    /** Starts the server; see the class for the arguments. */
    public static void main(String[] arguments) {
        try {
            run(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (IOException | RuntimeException e) {
            // Neo4j's threads would keep a server alive that nobody can use.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Path home, Path configuration) throws IOException {
        String password = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        setPassword(home, configuration, password);
        DatabaseManagementService server = start(home, configuration, true);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME).isAvailable(DATABASE_AVAILABLE_MILLIS);
        Files.writeString(
                home.resolve("ready"), Long.toString(ProcessHandle.current().pid()));
    }

    /**
     * Sets the password where it is not the one that was set last. The initial password is known to everybody: it is
     * replaced before the first connection is accepted.
     */
    private static void setPassword(Path home, Path configuration, String password) throws IOException {
        Path lastSet = home.resolve("password.sha256");
        String digest = sha256(password);
        if (Files.exists(lastSet) && Files.readString(lastSet).equals(digest)) {
            return;
        }
        DatabaseManagementService server = start(home, configuration, false);
        try {
            alterPassword(server, password);
            Files.writeString(lastSet, digest);
        } finally {
            server.shutdown();
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void alterPassword(DatabaseManagementService server, String password) {
        server.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }

    private static DatabaseManagementService start(Path home, Path configuration, boolean listening) {
        return new DatabaseManagementServiceBuilder(home)
                .loadPropertiesFromFile(configuration)
                .setConfig(BoltConnector.enabled, listening)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                // The databases are closed by then: nothing is gained by ten seconds of listening for late comers.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .build();
    }
}

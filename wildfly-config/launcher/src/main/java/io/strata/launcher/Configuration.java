package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What can be chosen about a local Strata. All stores listen on the loopback address only.
 *
 * @param dataDirectory everything that is kept: stores, server data, logs, secrets
 * @param httpHost address of the server's HTTP listener
 * @param serverMemory heap of the server, in the JVM's notation
 * @param neo4jMemory heap of Neo4j, in the JVM's notation
 * @param durable whether a commit survives a machine crash; off only for throw-away data
 * @param environment environment of the launcher, handed on to the server
 */
public record Configuration(
        Path dataDirectory,
        String httpHost,
        int httpPort,
        int managementPort,
        int postgresqlPort,
        int neo4jPort,
        int objectPort,
        String serverMemory,
        String neo4jMemory,
        boolean durable,
        Map<String, String> environment) {

    /** The address of everything that only this machine may reach. */
    public static final String LOOPBACK = "127.0.0.1";

    /**
     * Reads the configuration from environment variables.
     *
     * @param defaultDataDirectory used when {@code STRATA_DATA_DIR} is not set
     * @throws StartFailure when a value cannot be understood
     */
    public static Configuration of(Map<String, String> environment, Path defaultDataDirectory) {
        String directory = environment.getOrDefault("STRATA_DATA_DIR", "");
        return new Configuration(
                (directory.isBlank() ? defaultDataDirectory : Path.of(directory))
                        .toAbsolutePath()
                        .normalize(),
                environment.getOrDefault("STRATA_HTTP_HOST", LOOPBACK),
                port(environment, "STRATA_HTTP_PORT", 8080),
                port(environment, "STRATA_MANAGEMENT_PORT", 9990),
                port(environment, "STRATA_POSTGRES_PORT", 15432),
                port(environment, "STRATA_NEO4J_PORT", 17687),
                port(environment, "STRATA_S3_PORT", 19000),
                memory(environment, "STRATA_SERVER_MEMORY", "1g"),
                memory(environment, "STRATA_NEO4J_MEMORY", "512m"),
                true,
                Map.copyOf(environment));
    }

    /**
     * A configuration for tests: free ports and a throw-away data directory.
     *
     * @param durable whether commits wait for the disk
     */
    static Configuration throwAway(boolean durable) {
        try {
            int[] ports = freePorts(5);
            return new Configuration(
                    Files.createTempDirectory("strata-"),
                    LOOPBACK,
                    ports[0],
                    ports[1],
                    ports[2],
                    ports[3],
                    ports[4],
                    "1g",
                    "512m",
                    durable,
                    Map.copyOf(System.getenv()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ports that are opened, by the name of the setting that chooses them. */
    Map<String, Integer> ports() {
        return Map.of(
                "STRATA_HTTP_PORT", httpPort,
                "STRATA_MANAGEMENT_PORT", managementPort,
                "STRATA_POSTGRES_PORT", postgresqlPort,
                "STRATA_NEO4J_PORT", neo4jPort,
                "STRATA_S3_PORT", objectPort);
    }

    /** Bytes of a size in the JVM's notation, as in {@code 512m}. */
    static long bytes(String size) {
        long number = Long.parseLong(size.substring(0, size.length() - 1));
        return switch (Character.toLowerCase(size.charAt(size.length() - 1))) {
            case 'g' -> number << 30;
            case 'm' -> number << 20;
            default -> number << 10;
        };
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String value = environment.getOrDefault(name, Integer.toString(usual));
        if (value.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65536) {
                return port;
            }
        }
        throw new StartFailure(name + " is \"" + value + "\", but a port is a number from 1 to 65535.");
    }

    private static String memory(Map<String, String> environment, String name, String usual) {
        String value = environment.getOrDefault(name, usual);
        if (!value.matches("[1-9][0-9]{0,6}[kKmMgG]")) {
            throw new StartFailure(name + " is \"" + value + "\", but a memory size looks like 512m or 2g.");
        }
        return value;
    }

    /** Ports that nothing listens on at this moment. */
    static int[] freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            int[] ports = new int[count];
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
                sockets.add(socket);
                ports[i] = socket.getLocalPort();
            }
            return ports;
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}

package io.strata.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Looks before anything is started whether everything can be. */
final class Preflight {

    /** What the processes take beside the two heaps: metaspace, native memory, PostgreSQL, the S3 server. */
    private static final long BESIDE_THE_HEAPS = 900L << 20;

    private Preflight() {}

    /** Refuses to go on when a port is taken or memory is short. */
    static void check(Configuration configuration) {
        Map<Integer, String> settings = new HashMap<>();
        new TreeMap<>(configuration.ports()).forEach((setting, port) -> {
            String other = settings.put(port, setting);
            if (other != null) {
                throw new StartFailure(other + " and " + setting + " are both " + port + ": each needs its own port.");
            }
            String host = setting.equals("STRATA_HTTP_PORT") ? configuration.httpHost() : Configuration.LOOPBACK;
            if (!isFree(host, port)) {
                throw new StartFailure("Port " + port + " is in use: set " + setting + " to another port.");
            }
        });
        long needed = Configuration.bytes(configuration.serverMemory())
                + Configuration.bytes(configuration.neo4jMemory())
                + BESIDE_THE_HEAPS;
        long available = availableMemory();
        if (available < needed) {
            throw new StartFailure("Too little memory: " + (needed >> 20) + " MB are needed and " + (available >> 20)
                    + " MB are available; lower STRATA_SERVER_MEMORY (" + configuration.serverMemory()
                    + ") or STRATA_NEO4J_MEMORY (" + configuration.neo4jMemory() + ").");
        }
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the machine has to give, or the container where that is less; unlimited where neither says. */
    private static long availableMemory() {
        return Math.min(machineMemory(), containerMemory());
    }

    private static long machineMemory() {
        return lines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static long containerMemory() {
        Path group = Path.of("/sys/fs/cgroup");
        OptionalLong limit = number(group.resolve("memory.max"), "");
        OptionalLong used = number(group.resolve("memory.current"), "");
        // Pages of files count as used, but are given back to whoever needs memory.
        long files = number(group.resolve("memory.stat"), "inactive_file ").orElse(0);
        return limit.isPresent() && used.isPresent() ? limit.getAsLong() - used.getAsLong() + files : Long.MAX_VALUE;
    }

    private static OptionalLong number(Path file, String prefix) {
        return lines(file).stream()
                .filter(line -> line.matches(prefix + "[0-9]+"))
                .mapToLong(line -> Long.parseLong(line.substring(prefix.length())))
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}

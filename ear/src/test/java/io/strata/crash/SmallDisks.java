package io.strata.crash;

import io.strata.launcher.TestStrata;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.neo4j.driver.exceptions.Neo4jException;

/** Small file systems in memory below the stores, where this machine permits to mount them, so that they can be full. */
final class SmallDisks implements UnaryOperator<Map<String, String>> {

    private static final int CHUNK = 65_536;
    private static final long FULL_MILLIS = 8_000;
    private static final int BIG_TEXT = 4 << 20;
    private static final int BIG_TEXTS = 100;

    private final List<Path> mounted = new ArrayList<>();

    @Override
    public Map<String, String> apply(Map<String, String> environment) {
        Path folder = Path.of(environment.get("STRATA_DATA_DIR"));
        mount(folder.resolve("postgresql"), "512m");
        mount(folder.resolve("neo4j"), "1g");
        return environment;
    }

    private void mount(Path folder, String size) {
        if (succeeds("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + size, "strata-test", folder.toString())) {
            mounted.add(folder);
        }
    }

    /** Whether they could be mounted. */
    boolean arePermitted() {
        return mounted.size() == 2;
    }

    /** Fills the disk of a store, lets clients come up against it, and frees it again. */
    Rounds.Fault fill(Ground ground, Victim store) {
        return tally -> {
            Path filler = mounted.get(store == Victim.POSTGRESQL ? 0 : 1).resolve("filler");
            occupy(filler);
            needSpace(ground, store);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FULL_MILLIS));
            delete(filler);
            // A store that has met a full disk trusts itself no more until somebody starts it again.
            store.of(ground.strata()).kill();
            tally.kill(store);
            ground.revive(store);
        };
    }

    private static void occupy(Path filler) {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException e) {
            System.out.println("  " + e.getMessage());
        }
    }

    /** Makes a store ask for space now, and not when its last file is full. */
    private static void needSpace(Ground ground, Victim store) {
        try {
            if (store == Victim.POSTGRESQL) {
                switchFiles(ground.strata());
            } else {
                fillFiles(ground);
            }
        } catch (SQLException | Neo4jException e) {
            System.out.println("  " + store.title() + ": " + e.getMessage());
        }
    }

    /** Neo4j reserves the space of a transaction log beforehand, so more than one must be written. */
    private static void fillFiles(Ground ground) {
        Map<String, Object> text = Map.of("text", "x".repeat(BIG_TEXT));
        for (int i = 0; i < BIG_TEXTS; i++) {
            ground.world().stores().cypher("CREATE (:Filler {text: $text})", text);
        }
    }

    private static void switchFiles(TestStrata strata) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        strata.postgresql().jdbcUrl(),
                        "postgres",
                        strata.postgresql().roles().superuserPassword());
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 10; i++) {
                statement.execute("select pg_switch_wal()");
                statement.execute("select pg_logical_emit_message(true, 'crash test', 'full')");
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes them away again; the stores must stand still. */
    void unmount(TestStrata strata) {
        for (Victim victim : Victim.values()) {
            victim.of(strata).stop();
        }
        mounted.forEach(folder -> succeeds("umount", folder.toString()));
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

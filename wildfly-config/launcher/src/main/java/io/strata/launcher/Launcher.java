package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The run command: starts Strata, says where it is, and stops it on Ctrl-C or SIGTERM.
 *
 * <p>Runs in Maven's own process, whose end waits for the orderly stop. A start that fails ends the process with exit
 * code 1 after one line that says why.
 */
public final class Launcher {

    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private Launcher() {}

    /** Runs until the process is told to stop. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            run();
        } catch (StartFailure failure) {
            if (!STOPPING.get()) {
                say(failure.getMessage());
            }
            System.exit(1);
        }
    }

    private static void run() throws InterruptedException {
        Instant begin = Instant.now();
        Installation installation = Installation.current();
        Configuration configuration =
                Configuration.of(System.getenv(), installation.checkout().resolve(".strata"));
        Strata strata = Strata.prepare(installation, configuration, Launcher::say);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(strata), "stop"));
        strata.start();
        strata.supervise();
        welcome(strata, Duration.between(begin, Instant.now()));
        new CountDownLatch(1).await();
    }

    private static void stop(Strata strata) {
        STOPPING.set(true);
        strata.close();
    }

    private static void welcome(Strata strata, Duration took) {
        List<String> lines = List.of(
                String.format(Locale.ROOT, "Strata is ready after %.1f s", took.toMillis() / 1000.0),
                "",
                "Address  " + strata.server().uri(),
                "Sign in  " + signIn(strata),
                "Data     " + strata.data().root(),
                "Logs     " + strata.data().resolve("logs"),
                "",
                "Ctrl-C stops everything.");
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        String edge = "─".repeat(width + 2);
        System.out.println("┌" + edge + "┐");
        lines.forEach(line -> System.out.println("│ " + line + " ".repeat(width - line.length()) + " │"));
        System.out.println("└" + edge + "┘");
    }

    /** The generated password is shown once; afterwards only where it came from. */
    private static String signIn(Strata strata) {
        String name = "STRATA_ADMIN_PASSWORD";
        String handle = strata.server().environment().getOrDefault("STRATA_ADMIN_HANDLE", "admin");
        if (!strata.secrets().isGenerated(name)) {
            return handle + " with the password in " + name + ", unless changed since the first start";
        }
        Path shown = strata.secrets().file(name + ".shown");
        if (Files.exists(shown)) {
            return handle + " with the password shown at the first start (kept in "
                    + strata.secrets().file(name) + ")";
        }
        try {
            Files.createFile(shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return handle + " / " + strata.secrets().password(name) + "   (shown only this once)";
    }

    private static void say(String line) {
        System.out.println("[strata] " + line);
    }
}

package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server in a process of its own that can be started, stopped, killed and started again.
 *
 * <p>While the process runs, a file names it, so that a later launcher or the {@link OrphanGuard} finds it when this
 * launcher is gone.
 */
public abstract class Program {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 50;

    private final String name;
    private final Path processFile;
    private final Path log;
    private volatile ProcessHandle process;
    private volatile boolean wanted;
    private boolean retired;

    Program(String name, DataDirectory data) {
        this.name = name;
        this.processFile = data.resolve("run/" + fileName() + ".pid");
        this.log = data.resolve("logs/" + fileName() + ".log");
    }

    /** The name for people. */
    public final String name() {
        return name;
    }

    /** The file that the program's output goes to. */
    public final Path log() {
        return log;
    }

    /** Starts the program and returns once it answers; does nothing when it runs. */
    public final void start() {
        launch();
        awaitReady();
    }

    /** Asks the program to stop and waits until it has; kills it when it does not within 30 seconds. */
    public final void stop() {
        wanted = false;
        ProcessHandle running = process;
        if (running != null && running.isAlive()) {
            quit(running);
            if (!ended(running, STOPPED_WITHIN)) {
                running.destroyForcibly();
                ended(running, STOPPED_WITHIN);
            }
        }
        forget();
    }

    /** Stops the program for good: whoever is about to start it is refused. */
    final void retire() {
        wanted = false;
        synchronized (this) {
            retired = true;
        }
        stop();
    }

    /** Ends the process at once, as {@code kill -9} does; it stays dead until {@link #start}. */
    public final void kill() {
        wanted = false;
        ProcessHandle running = process;
        if (running != null) {
            running.destroyForcibly();
            ended(running, STOPPED_WITHIN);
        }
        forget();
    }

    /** Whether the process is there. */
    public final boolean isRunning() {
        ProcessHandle running = process;
        return running != null && running.isAlive();
    }

    /** The running process. */
    public final Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(ProcessHandle::isAlive);
    }

    /** Whether the program should run: it was started and neither stopped nor killed through this object. */
    final boolean isWanted() {
        return wanted;
    }

    /** Starts the process without waiting for it to answer. */
    final synchronized void launch() {
        if (retired) {
            throw new StartFailure(name + " is not started: Strata is stopping.");
        }
        if (isRunning()) {
            return;
        }
        wanted = true;
        try {
            if (process == null) {
                rotateLog();
            }
            process = startProcess();
            DataDirectory.writePrivate(processFile, process.pid() + "\n" + startOf(process) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final void awaitReady() {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (!isReady()) {
            if (!isRunning()) {
                throw new StartFailure(name + " stopped while it was starting: " + lastLogLine() + " (" + log + ")");
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartFailure(
                        name + " did not answer within " + READY_WITHIN.toMinutes() + " minutes; its log is " + log);
            }
            pause();
        }
    }

    /** Stops what an earlier launcher left running, so that nothing else holds the data. */
    final void stopOrphan() {
        try {
            if (Files.notExists(processFile)) {
                return;
            }
            List<String> lines = Files.readAllLines(processFile);
            Optional<ProcessHandle> orphan = lines.size() < 2
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0)))
                            .filter(handle -> Long.toString(startOf(handle)).equals(lines.get(1)));
            orphan.ifPresent(handle -> {
                process = handle;
                stop();
            });
            Files.deleteIfExists(processFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process; output goes to {@link #log}. */
    abstract ProcessHandle startProcess() throws IOException;

    /** Whether the program answers its clients. */
    abstract boolean isReady();

    /** Name of the program's files, without extension. */
    abstract String fileName();

    /** Asks the process for an orderly end. */
    void quit(ProcessHandle running) {
        running.destroy();
    }

    private void forget() {
        try {
            Files.deleteIfExists(processFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(fileName() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastLogLine() {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("no output");
        } catch (IOException e) {
            return "no log";
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting.");
        }
    }
}

package io.strata.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Stops the processes when the launcher is gone without having stopped them, as after {@code kill -9}.
 *
 * <p>A small shell process waits for the end of its input, which comes with the end of this process, however that ended.
 * Then it stops what the process files still name: the server first, so that it can finish its work, then the stores.
 */
final class OrphanGuard implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT HUP TERM
            cd "$1" || exit 0
            cat > /dev/null
            stop() {
              read -r pid < "$1.pid" || return
              kill -s "$2" "$pid" || return
              waited=0
              while kill -0 "$pid" && [ "$waited" -lt 20 ]; do sleep 1; waited=$((waited + 1)); done
              kill -s KILL "$pid"
            }
            stop wildfly TERM
            stop neo4j TERM &
            stop objects TERM &
            stop postgresql INT &
            wait
            """;

    private final OutputStream untilWeEnd;

    private OrphanGuard(OutputStream untilWeEnd) {
        this.untilWeEnd = untilWeEnd;
    }

    /** Starts to watch over the processes named in a folder. */
    static OrphanGuard over(Path processFiles) {
        try {
            Process guard = new ProcessBuilder("sh", "-c", SCRIPT, "sh", processFiles.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new OrphanGuard(guard.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            untilWeEnd.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

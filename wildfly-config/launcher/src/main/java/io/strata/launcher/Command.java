package io.strata.launcher;

import java.io.IOException;
import java.util.List;

/** Runs short commands of the operating system to their end. */
final class Command {

    private Command() {}

    /**
     * What a command said and how it ended.
     *
     * @param output standard output and standard error
     */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    static Result run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            return new Result(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while running " + command.get(0) + ".");
        }
    }

    /** Whether a command exists and ends well. */
    static boolean succeeds(List<String> command) {
        try {
            return run(command).succeeded();
        } catch (IOException e) {
            return false;
        }
    }
}

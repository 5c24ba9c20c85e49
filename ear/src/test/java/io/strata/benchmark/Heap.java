package io.strata.benchmark;

import io.strata.launcher.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the heap of a Java program holds, asked with the tools of the JDK. */
final class Heap {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Program program;

    Heap(Program program) {
        this.program = program;
    }

    /** The megabytes that are in use after a full collection. */
    long liveMegabytes() {
        ask("GC.run");
        return ask("GC.heap_info")
                        .lines()
                        .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                        .flatMap(line -> USED.matcher(line).results())
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                / 1024;
    }

    private String ask(String question) {
        String pid = Long.toString(program.process().orElseThrow().pid());
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process asking = new ProcessBuilder(tool, pid, question)
                    .redirectErrorStream(true)
                    .start();
            return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

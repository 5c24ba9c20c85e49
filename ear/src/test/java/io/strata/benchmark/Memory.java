package io.strata.benchmark;

import io.strata.launcher.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory that a program and its children keep resident. */
final class Memory {

    private Memory() {}

    /** In megabytes; pages that processes share count once, as the kernel attributes them. */
    static long megabytesOf(Program program) {
        return program.process()
                        .map(process -> Stream.concat(Stream.of(process), process.descendants())
                                .mapToLong(Memory::kilobytes)
                                .sum())
                        .orElse(0L)
                / 1024;
    }

    private static long kilobytes(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}

package io.strata.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a documentation page that is written by a measurement.
 *
 * @param name stands in the two markers, {@code <!-- name -->} and {@code <!-- end of name -->}
 */
public record PageSection(Path page, String name) {

    /**
     * Replaces what stands between the markers.
     *
     * @throws IOException also when the page has no such markers
     */
    public void write(String markdown) throws IOException {
        String text = Files.readString(page);
        String first = "<!-- " + name + " -->";
        int begin = text.indexOf(first);
        int end = text.indexOf("<!-- end of " + name + " -->");
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for " + name);
        }
        Files.writeString(page, text.substring(0, begin) + first + "\n\n" + markdown + "\n" + text.substring(end));
    }

    /** This machine, for readers who compare. */
    public static String machine() {
        long memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        return Runtime.getRuntime().availableProcessors() + " cores and " + Math.round(memory / (double) (1 << 30))
                + " GB of memory";
    }
}

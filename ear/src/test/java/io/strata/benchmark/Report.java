package io.strata.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as markdown, kept in the documentation between two markers. */
final class Report {

    private static final String SECTION = "results";

    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    void add(Measurement measurement) {
        measurements.add(measurement);
        System.out.println(row(measurement));
    }

    void remark(String name, String value) {
        remarks.add("| " + name + " | " + value + " |");
        System.out.println(remarks.get(remarks.size() - 1));
    }

    void remarkMemory(Map<String, Long> megabytes) {
        megabytes.forEach((name, size) -> remark("Memory of " + name, size + " MB"));
    }

    /** Everything; the last column compares with what the slowest store alone does for as many clients. */
    String markdown() {
        StringBuilder text = new StringBuilder("On " + machine() + ", measured with `mvn -Pbench`:\n\n")
                .append("| measured | clients | per second | p50 ms | p95 ms | p99 ms | of the slowest store |\n")
                .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        measurements.forEach(measurement -> text.append(row(measurement)).append('\n'));
        text.append("\n| besides | |\n| --- | ---: |\n");
        remarks.forEach(remark -> text.append(remark).append('\n'));
        return text.toString();
    }

    /** Replaces what stands between the markers. */
    void writeInto(Path page) throws IOException {
        write(page, SECTION, markdown());
    }

    /**
     * Replaces a section of a page.
     *
     * @param section what the comments say that stand before and after it
     */
    static void write(Path page, String section, String markdown) throws IOException {
        String before = "<!-- " + section + " -->";
        String after = "<!-- end of " + section + " -->";
        String text = Files.readString(page);
        int begin = text.indexOf(before);
        int end = text.indexOf(after);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the " + section);
        }
        Files.writeString(page, text.substring(0, begin) + before + "\n\n" + markdown + "\n" + text.substring(end));
    }

    private String row(Measurement measured) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %.1f | %.1f | %.1f | %s |",
                measured.name(),
                measured.clients(),
                measured.perSecond(),
                measured.p50(),
                measured.p95(),
                measured.p99(),
                ratio(measured));
    }

    private String ratio(Measurement measured) {
        return measurements.stream()
                .filter(other -> Benchmark.STORES_ALONE.contains(other.name()) && other.clients() == measured.clients())
                .min(Comparator.comparingDouble(Measurement::perSecond))
                .map(slowest -> String.format(Locale.ROOT, "%.0f %%", 100 * measured.perSecond() / slowest.perSecond()))
                .orElse("");
    }

    /** The machine that measures, in words. */
    static String machine() {
        long memory = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        return Runtime.getRuntime().availableProcessors() + " cores and " + Math.round(memory / (double) (1 << 30))
                + " GB of memory";
    }
}

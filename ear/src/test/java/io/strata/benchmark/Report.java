package io.strata.benchmark;

import io.strata.testing.PageSection;
import java.io.IOException;
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
        StringBuilder text = new StringBuilder("On " + PageSection.machine() + ", measured with `mvn -Pbench`:\n\n")
                .append("| measured | clients | per second | p50 ms | p95 ms | p99 ms | of the slowest store |\n")
                .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        measurements.forEach(measurement -> text.append(row(measurement)).append('\n'));
        text.append("\n| besides | |\n| --- | ---: |\n");
        remarks.forEach(remark -> text.append(remark).append('\n'));
        return text.toString();
    }

    /** Replaces what the page says. */
    void writeInto(Path page) throws IOException {
        new PageSection(page, SECTION).write(markdown());
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
}

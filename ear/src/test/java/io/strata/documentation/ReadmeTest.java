package io.strata.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {

    private static final Pattern TOUR = Pattern.compile("(?ms)^```bash tour\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    private final List<String> tour = TOUR.matcher(Checkout.read("README.md"))
            .results()
            .flatMap(block -> block.group(1).lines())
            .toList();

    @Test
    void showsNothingInItsTourThatTheScriptDoesNotDo() {
        assertThat(tour).hasSizeGreaterThan(15);
        assertThat(Checkout.read("docs/tour.sh").lines()).containsSubsequence(tour);
    }

    static List<Path> pages() {
        List<Path> pages = new java.util.ArrayList<>(Checkout.files("docs", ".md"));
        pages.add(Checkout.ROOT.resolve("README.md"));
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksOnlyToFilesThatExist(Path page) {
        List<String> targets = LINK.matcher(Checkout.read(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();

        assertThat(targets)
                .allSatisfy(target -> assertThat(page.resolveSibling(target)).exists());
    }
}

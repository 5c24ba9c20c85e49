package io.strata.documents.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagesTest {

    @Test
    void aBlankTextHasNone() {
        assertThat(Passages.of(" \n\t ")).isEmpty();
    }

    @Test
    void aShortTextIsOnePassage() {
        String text = "  one two three ";
        assertThat(Passages.of(text)).singleElement().satisfies(passage -> {
            assertThat(passage.of(text)).isEqualTo("one two three");
            assertThat(passage.position()).isZero();
        });
    }

    @Test
    void neighboursOverlapAndNothingIsLeftOut() {
        String text = words(1000);
        List<Passage> passages = Passages.of(text);
        assertThat(passages.get(0).start()).isZero();
        assertThat(passages.get(passages.size() - 1).end()).isEqualTo(text.length());
        for (int i = 1; i < passages.size(); i++) {
            String shared =
                    text.substring(passages.get(i).start(), passages.get(i - 1).end());
            assertThat(shared.split(" ")).hasSize(Passages.OVERLAP);
        }
    }

    @Test
    void aTextWithoutSpacesIsCutToo() {
        String text = "語".repeat(50_000);
        assertThat(Passages.of(text))
                .hasSizeGreaterThan(3)
                .allSatisfy(passage -> assertThat(passage.end() - passage.start())
                        .isLessThanOrEqualTo(Passages.WORDS * Passages.LONGEST_WORD));
    }

    @Test
    void aVeryLongTextIsRepresentedByItsBeginning() {
        assertThat(Passages.of(words(300_000))).hasSize(Passages.MAXIMUM);
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    }
}

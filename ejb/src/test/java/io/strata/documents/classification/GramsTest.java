package io.strata.documents.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void wordsArePiecesOfFourCharactersInAnyOrder() {
        assertThat(Grams.of("Bank note").pieces()).hasSize(6);
        assertThat(Grams.of("note, BANK!").pieces())
                .isEqualTo(Grams.of("bank note").pieces());
        assertThat(Grams.of("a ... 7 ?").pieces()).isEmpty();
    }

    @Test
    void aPieceThatOccursOftenWeighsMoreButNotAsOften() {
        float once = Grams.of("bank").weights()[0];
        float tenTimes = Grams.of("bank ".repeat(10)).weights()[0];
        assertThat(tenTimes).isBetween(2 * once, 5 * once);
    }

    @Test
    void textsAreAlikeByTheWordsTheyShareAndMoreByRareOnes() {
        List<Grams> texts = List.of(
                Grams.of("the bank lends money"), Grams.of("the river floods"), Grams.of("the orchard blossoms"));
        GramIndex index = new GramIndex(texts);
        texts.forEach(index::add);

        double[] likeness = index.similarities(Grams.of("the lending banks"));

        assertThat(likeness[0]).isGreaterThan(2 * likeness[1]);
        assertThat(likeness[1]).isPositive();
        assertThat(index.similarities(texts.get(2))[2]).isCloseTo(1, within(1e-6));
    }

    @Test
    void aTextOfUnknownWordsIsLikeNone() {
        GramIndex index = new GramIndex(List.of(Grams.of("bank")));
        index.add(Grams.of("bank"));
        assertThat(index.similarities(Grams.of("Ελλάδα"))).containsExactly(0);
    }
}

package io.strata.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource({
        "whale, whale:*",
        "white wha, white & wha:*",
        "C++ & (x | !y):*, C & x & y:*",
        "año 2020, año & 2020:*",
        "...., ''"
    })
    void theLastWordMayBeUnfinished(String typed, String query) {
        assertThat(new SearchWords(typed).beginning()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({"'\"white whale\"'", "whale -white", "whale or shark", "-whale"})
    void operatorsAreLeftToTheDatabase(String typed) {
        assertThat(new SearchWords(typed).beginning()).isEmpty();
    }
}

package io.strata.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    "a"           | "a"   | true  | true
                    "b", "a"      | "a"   | true  | true
                    *             | "a"   | true  | true
                    W/"a"         | "a"   | false | true
                    "a"           | W/"a" | false | true
                    "a, b"        | "a"   | false | false
                    a             | "a"   | false | false
                    "aa"          | "a"   | false | false
                    """)
    void comparesAsHttpSays(String header, String tag, boolean strongly, boolean weakly) {
        assertThat(EntityTags.matchStrongly(header, tag)).isEqualTo(strongly);
        assertThat(EntityTags.matchWeakly(header, tag)).isEqualTo(weakly);
    }

    @Test
    void matchesNothingButTheStarWithoutATag() {
        assertThat(EntityTags.matchStrongly("\"a\"", null)).isFalse();
        assertThat(EntityTags.matchStrongly("*", null)).isTrue();
    }
}

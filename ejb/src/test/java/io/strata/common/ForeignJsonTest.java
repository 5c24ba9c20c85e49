package io.strata.common;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "true", "1.5", "\"text\"", " {\"a\":{\"b\":[1,{}]},\"a\":2} \n"})
    void takesWhatIsWhole(String text) {
        assertThatCode(() -> ForeignJson.requireWhole(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "{\"a\":{",
                "{\"a\":{\"b\":1}",
                "{\"a\":[1,",
                "{\"a\"",
                "{\"a\":",
                "{} {",
                "{\"a\":1}]",
                "{]",
                "x"
            })
    void refusesWhatIsNot(String text) {
        assertThatThrownBy(() -> ForeignJson.requireWhole(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> ForeignJson.requireWhole("[".repeat(100_000) + "]".repeat(100_000)))
                .isInstanceOf(JsonException.class);
    }
}

package io.strata.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenTextTest {

    @Test
    void isRecognisedByItsBeginningAndItsEnd() {
        TokenText text = TokenText.random();

        assertThat(text.text()).startsWith("strata_token_").hasSize(64);
        assertThat(TokenText.isWellFormed(text.text())).isTrue();
        assertThat(text.text()).endsWith(text.ending());
    }

    @Test
    void isNotMistakenForAnother() {
        String text = TokenText.random().text();
        char middle = text.charAt(30) == 'A' ? 'B' : 'A';

        assertThat(TokenText.isWellFormed(text.substring(0, 30) + middle + text.substring(31)))
                .isFalse();
        assertThat(TokenText.isWellFormed(text.substring(1))).isFalse();
        assertThat(TokenText.isWellFormed(text + "0")).isFalse();
        assertThat(TokenText.isWellFormed("")).isFalse();
        assertThat(TokenText.random().text()).isNotEqualTo(text);
    }
}

package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void recognisesThePasswordItHashedAndNoOther() {
        String hash = Passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$").doesNotContain("correct horse");
        assertThat(Passwords.matches("correct horse", hash)).isTrue();
        assertThat(Passwords.matches("correct horsf", hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(Passwords.hash("same")).isNotEqualTo(Passwords.hash("same"));
    }

    @Test
    void matchesNothingWhenThereIsNoAccount() {
        assertThat(Passwords.matches("nobody has this password", null)).isFalse();
    }
}

package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInScreenTest {

    @Test
    void returnsToAPathOfThisServer() {
        SignInScreen screen = new SignInScreen();

        screen.setNext("/admin/documents.xhtml?status=failed");

        assertThat(screen.getNext()).isEqualTo("/admin/documents.xhtml?status=failed");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org/",
                "/\\example.org",
                "admin/overview.xhtml",
                "javascript:alert(1)",
                "/ a"
            })
    void leadsNobodyElsewhere(String requested) {
        SignInScreen screen = new SignInScreen();

        screen.setNext(requested);

        assertThat(screen.getNext()).isEqualTo("/");
    }
}

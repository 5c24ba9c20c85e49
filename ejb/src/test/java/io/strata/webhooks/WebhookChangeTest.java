package io.strata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.strata.common.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://10.0.0.1:8080/a?b=c",
                "HTTPS://Example.org/x",
                "http://[2606:4700::1]/"
            })
    void acceptsWebAddresses(String url) {
        assertThatCode(() -> new WebhookChange(url, null, null, null, null, null)
                        .validate()
                        .done())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org",
                "file:///etc/passwd",
                "http:///x",
                "http://user:pw@example.org",
                "https://example.org/#x",
                "https://exa mple.org",
                "http://example.org:99999/",
                "javascript:alert(1)"
            })
    void refusesEverythingElse(String url) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new WebhookChange(url, null, null, null, null, null)
                        .validate()
                        .done())
                .satisfies(problem -> assertThat(problem.details())
                        .extracting(ProblemException.FieldProblem::field)
                        .containsExactly("url"));
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new WebhookChange("x", "y".repeat(501), List.of(), null, null, List.of(" "))
                        .validate()
                        .done())
                .satisfies(problem -> assertThat(problem.details()).hasSize(4));
    }

    @Test
    void hearsEverythingWhenNothingElseIsSaid() {
        assertThat(new WebhookChange("https://example.org", null, null, null, null, null)
                        .withDefaults()
                        .events())
                .containsExactly("*");
    }
}

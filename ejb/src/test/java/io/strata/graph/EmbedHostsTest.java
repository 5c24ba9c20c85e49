package io.strata.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedHostsTest {

    private static final String HOSTS = " board.example.com, *.videos.example ,";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://board.example.com/1",
                "https://BOARD.example.com",
                "https://a.videos.example/x",
                "https://a.b.videos.example"
            })
    void allowsTheHostsThatAreNamed(String url) {
        assertThat(EmbedHosts.allow(url, HOSTS)).isTrue();
        assertThat(EmbedHosts.allow(url, "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://board.example.com/1",
                "https://example.com",
                "https://evil-board.example.com",
                "https://board.example.com.evil.example",
                "https://videos.example",
                "https://evilvideos.example",
                "https://evil.example/board.example.com",
                "https://evil.example#board.example.com"
            })
    void allowsNoOther(String url) {
        assertThat(EmbedHosts.allow(url, HOSTS)).isFalse();
    }
}

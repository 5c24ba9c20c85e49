package io.strata.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "application/pdf", "text/plain"})
    void showsWhatRunsNothing(String type) {
        assertThat(download(type, true).isShown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/zip"})
    void savesEverythingElse(String type) {
        assertThat(download(type, true).isShown()).isFalse();
    }

    @Test
    void savesWhatNobodyAskedToSee() {
        assertThat(download("image/png", false).isShown()).isFalse();
    }

    private static Download download(String type, boolean show) {
        return new Download("a", type, 1, "00", show);
    }
}

package io.strata.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentDispositionTest {

    @Test
    void savesUnderTheNameThatTheFileHas() {
        assertThat(ContentDisposition.of("Größe \"1\".pdf", false))
                .isEqualTo("attachment; filename=\"Gr__e _1_.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.pdf");
    }

    @Test
    void showsOrSaves() {
        assertThat(ContentDisposition.of("a.pdf", true)).startsWith("inline");
        assertThat(ContentDisposition.of("a.pdf", false)).startsWith("attachment");
    }

    @Test
    void letsNoNameBreakOutOfTheHeader() {
        assertThat(ContentDisposition.of("a\"; x=y\r\nSet-Cookie: z", false))
                .doesNotContain("\r", "\n")
                .contains("filename=\"a_; x=y__Set-Cookie: z\"");
    }
}

package io.strata.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentUploadTest {

    @Test
    void keepsTheNameAndDropsTheFolders() {
        assertThat(DocumentUpload.safeName("Überblick 2026.pdf")).isEqualTo("Überblick 2026.pdf");
        assertThat(DocumentUpload.safeName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(DocumentUpload.safeName("C:\\Users\\me\\plan.docx")).isEqualTo("plan.docx");
    }

    @Test
    void removesWhatCannotBeSeen() {
        assertThat(DocumentUpload.safeName("invoice\r\nX: y\u202Efdp.exe")).isEqualTo("invoiceX: yfdp.exe");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "..", "folder/"})
    void refusesAFileWithoutAName(String name) {
        assertThatThrownBy(() -> DocumentUpload.safeName(name)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesAnEndlessName() {
        assertThatThrownBy(() -> DocumentUpload.safeName("x".repeat(256))).isInstanceOf(ProblemException.class);
    }
}

package io.strata.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @Test
    void keepsTheNameAndDropsTheFolders() {
        assertThat(FileName.safe("Überblick 2026.pdf")).isEqualTo("Überblick 2026.pdf");
        assertThat(FileName.safe("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.safe("C:\\Users\\me\\plan.docx")).isEqualTo("plan.docx");
        assertThat(FileName.safe("..\\../mixed\\a.txt")).isEqualTo("a.txt");
        assertThat(FileName.safe("Gro\u0308\u00DFe.pdf")).isEqualTo("Gr\u00F6\u00DFe.pdf");
    }

    @Test
    void removesWhatCannotBeSeen() {
        assertThat(FileName.safe("invoice\r\nX: y\u202Efdp.exe")).isEqualTo("invoiceX: yfdp.exe");
        assertThat(FileName.safe("a\u200Bb\u2066c\uD800\u0000\u2028.txt")).isEqualTo("abc.txt");
        assertThat(FileName.safe("evil.hta. . ")).isEqualTo("evil.hta");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "..", "folder/", "\u202E", ". ."})
    void refusesAFileWithoutAName(String name) {
        assertThatThrownBy(() -> FileName.safe(name)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesAnEndlessName() {
        assertThatThrownBy(() -> FileName.safe("x".repeat(256))).isInstanceOf(ProblemException.class);
    }
}

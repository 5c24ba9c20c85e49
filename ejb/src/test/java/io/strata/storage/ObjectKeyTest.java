package io.strata.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectKeyTest {

    @Test
    void namesOwnerAndDocumentAndNeverTheFile() {
        UUID owner = UUID.randomUUID();
        UUID document = UUID.randomUUID();
        assertThat(ObjectKey.of(owner, document, "../secret plan.PDF"))
                .matches(owner + "/" + document + "/[0-9a-f-]{36}\\.pdf");
    }

    @Test
    void isNeverTheSameTwice() {
        UUID id = UUID.randomUUID();
        assertThat(ObjectKey.of(id, id, "a.txt")).isNotEqualTo(ObjectKey.of(id, id, "a.txt"));
    }

    @ParameterizedTest
    @CsvSource({
        "report.PDF, .pdf",
        "archive.tar.gz, .gz",
        "noextension, ''",
        ".bashrc, ''",
        "strange.p/df, ''",
        "strange.päf, ''",
        "endless.abcdefghijkl, ''",
        "dot., ''"
    })
    void keepsAnExtensionOnlyWhenItIsHarmless(String fileName, String extension) {
        assertThat(ObjectKey.extension(fileName)).isEqualTo(extension);
    }
}

package io.strata.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTextsTest {

    @ParameterizedTest
    @CsvSource({
        "annualReport_2026.pdf, annual Report 2026 pdf",
        "001-trivial.pdf, 001 trivial pdf",
        "Überblick.docx, Überblick docx",
        "PDFTool.txt, PDFTool txt"
    })
    void takesTheWordsOfAFileNameApart(String name, String words) {
        assertThat(DocumentTexts.inWords(name)).isEqualTo(words);
    }
}

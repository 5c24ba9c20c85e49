package io.strata.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.storage.FileType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The real processes on files made here. */
class ForkedTextExtractorTest {

    private static final Extractor EXTRACTOR = new Extractor();

    private static final String ENGLISH =
            "The committee met on the second of May and decided, after a long discussion, "
                    + "that the bridge should be painted in the spring of the following year. Nobody objected, although the"
                    + " treasurer asked whether the paint could be bought from the company that had offered it before.";

    @AfterAll
    static void close() {
        EXTRACTOR.close();
    }

    @Test
    void readsPlainTextAndItsLanguage() throws Exception {
        Extraction extraction = extract("minutes.txt", ENGLISH.getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.text()).isEqualTo(ENGLISH);
        assertThat(extraction.mimeType()).isEqualTo("text/plain");
        assertThat(extraction.language()).isEqualTo("en");
        assertThat(extraction.remark()).isNull();
    }

    @Test
    void guessesNoLanguageFromAFewWords() throws Exception {
        assertThat(extract("few.txt", "hello".getBytes(StandardCharsets.UTF_8)).language())
                .isNull();
    }

    @Test
    void readsAPdfWithItsPages() throws Exception {
        Path file = file("letter.pdf");
        try (PDDocument pdf = pdf("Dear shareholders")) {
            pdf.addPage(new PDPage());
            pdf.save(file.toFile());
        }
        Extraction extraction = EXTRACTOR.extract(file);
        assertThat(extraction.text()).contains("Dear shareholders");
        assertThat(extraction.pageCount()).isEqualTo(2);
        assertThat(extraction.mimeType()).isEqualTo("application/pdf");
    }

    @Test
    void readsHtmlWithoutItsMarkup() throws Exception {
        String html = "<html><head><title>News</title><script>evil()</script></head><body><h1>Hi</h1></body></html>";
        Extraction extraction = extract("page.html", html.getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.text()).contains("Hi").doesNotContain("<h1>").doesNotContain("evil");
        assertThat(extraction.title()).isEqualTo("News");
    }

    @Test
    void readsTheFilesWithinAnArchive() throws Exception {
        Path file = file("folder.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "one.txt", "first text");
            add(zip, "two.html", "<p>second text</p>");
        }
        assertThat(EXTRACTOR.extract(file).text()).contains("first text", "second text");
    }

    @Test
    void saysThatAFileIsEncrypted() throws Exception {
        Path file = file("secret.pdf");
        try (PDDocument pdf = pdf("secret")) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(file.toFile());
        }
        assertFailure(file, ExtractionFailure.ENCRYPTED);
    }

    @Test
    void saysThatAFileIsDamaged() throws Exception {
        Path file = Files.writeString(file("broken.pdf"), "%PDF-1.7\n%\u00e2\u00e3\ngarbage garbage garbage");
        assertFailure(file, ExtractionFailure.DAMAGED);
    }

    @Test
    void saysThatAFileIsEmpty() throws Exception {
        assertFailure(Files.createFile(file("nothing.pdf")), ExtractionFailure.EMPTY);
    }

    @Test
    void survivesAnArchiveThatUnpacksToFarMoreThanItSeems() throws Exception {
        Path file = file("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeroes.txt"));
            writeZeroes(zip, 300);
        }
        assertThat(EXTRACTOR.extract(file).truncated()).isTrue();
        assertThat(extract("after.txt", "still alive".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("still alive");
    }

    @Test
    void cutsOffAnEndlessText() throws Exception {
        Path file = file("long.txt");
        String line = "all work and no play makes a dull text ".repeat(25) + "\n";
        try (OutputStream output = Files.newOutputStream(file)) {
            for (int i = 0; i < 7_000; i++) {
                output.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        Extraction extraction = EXTRACTOR.extract(file);
        assertThat(extraction.truncated()).isTrue();
        assertThat(extraction.text()).hasSizeLessThanOrEqualTo(5_000_000).hasSizeGreaterThan(4_000_000);
    }

    @Test
    void noticesANameThatPromisesWhatTheBytesDoNotKeep() throws Exception {
        Path text = Files.writeString(file("a.pdf"), "just words");
        assertThat(FileType.contradicts(text, "a.pdf")).isTrue();
        assertThat(FileType.contradicts(text, "a.docx")).isTrue();
        assertThat(FileType.contradicts(text, "a.md")).isFalse();
        assertThat(FileType.contradicts(text, "a.xls")).isFalse();
        assertThat(FileType.of(text, "a.pdf")).isEqualTo("text/plain");
    }

    private static Extraction extract(String name, byte[] bytes) throws Exception {
        return EXTRACTOR.extract(Files.write(file(name), bytes));
    }

    private static Path file(String name) {
        return EXTRACTOR.temporary().folder().resolve(name);
    }

    private static PDDocument pdf(String text) throws IOException {
        PDDocument pdf = new PDDocument();
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(50, 700);
            content.showText(text);
            content.endText();
        }
        return pdf;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeZeroes(OutputStream output, int megabytes) throws IOException {
        byte[] megabyte = new byte[1024 * 1024];
        java.util.Arrays.fill(megabyte, (byte) '0');
        for (int i = 0; i < megabytes; i++) {
            output.write(megabyte);
        }
    }

    private static void assertFailure(Path file, ExtractionFailure failure) {
        assertThatThrownBy(() -> EXTRACTOR.extract(file))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        problem -> assertThat(problem.failure()).isEqualTo(failure));
    }
}

package io.strata.documents.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.storage.FileType;
import io.strata.storage.TemporaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Reads every file of a folder of real documents, given by a system property. */
@EnabledIfSystemProperty(named = "strata.test.documents", matches = ".+")
class CorpusTest {

    @Test
    void everyFileIsReadOrRefusedForAReasonThatPeopleUnderstand() throws Exception {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(System.getProperty("strata.test.documents")))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        try (Extractor extractor = new Extractor()) {
            for (Path file : files) {
                assertThat(outcome(extractor, file)).isNotBlank();
            }
        }
    }

    private static String outcome(Extractor extractor, Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String outcome;
        try (InputStream stream = Files.newInputStream(file);
                TemporaryFile copy = extractor.temporary().receive(stream, file.toString(), Long.MAX_VALUE)) {
            if (FileType.contradicts(copy.path(), file.getFileName().toString())) {
                throw new ExtractionException(ExtractionFailure.MISLABELLED);
            }
            Extraction extraction = extractor.extract(copy.path());
            outcome = "ready  %d chars, %s, pages %s, language %s, remark %s"
                    .formatted(
                            extraction.text().length(),
                            extraction.mimeType(),
                            extraction.pageCount(),
                            extraction.language(),
                            extraction.remark());
        } catch (ExtractionException e) {
            outcome = "failed " + e.getMessage();
        }
        System.out.printf("%6d ms %-60s %s%n", (System.nanoTime() - start) / 1_000_000, file.getFileName(), outcome);
        return outcome;
    }
}

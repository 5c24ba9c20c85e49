package io.strata.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import io.strata.documents.extraction.Extraction;
import io.strata.storage.TemporaryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final Extraction TEXT = new Extraction("text", false, "text/plain", null, "en", 3, null);

    private final Document document = new Document(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new Placement(UUID.randomUUID(), null, null, null),
            "report.txt",
            "key",
            "application/octet-stream",
            new TemporaryFile(Path.of("report.txt"), 4, "00"));

    @Test
    void goesFromPendingToReadyStepByStep() {
        assertThat(document.status()).isEqualTo(DocumentStatus.PENDING);
        assertThat(document.claim("one")).isTrue();
        document.startExtraction();
        assertThat(document.status()).isEqualTo(DocumentStatus.EXTRACTING);
        document.startClassification(TEXT);
        assertThat(document.status()).isEqualTo(DocumentStatus.CLASSIFYING);
        document.finish();
        DocumentView view = document.view(List.of());
        assertThat(view.status()).isEqualTo(DocumentStatus.READY);
        assertThat(view.mimeType()).isEqualTo("text/plain");
        assertThat(view.pageCount()).isEqualTo(3);
    }

    @Test
    void leavesNoStepOut() {
        assertThatThrownBy(document::finish).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> document.startClassification(TEXT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startsReadingAgainAfterACrash() {
        document.claim("one");
        document.startExtraction();
        document.startExtraction();
        assertThat(document.status()).isEqualTo(DocumentStatus.EXTRACTING);
    }

    @Test
    void belongsToOneServerAtATime() {
        assertThat(document.claim("one")).isTrue();
        assertThat(document.claim("two")).isFalse();
    }

    @Test
    void isTakenUpAgainByTheServerThatWasRestarted() {
        document.claim("one");
        assertThat(document.claim("one")).isTrue();
    }

    @Test
    void isFreeForOthersOnceReleased() {
        document.claim("one");
        document.release();
        assertThat(document.claim("two")).isTrue();
    }

    @Test
    void isGivenUpWhenItStoppedTheServerTooOften() {
        for (int i = 0; i < Document.MAXIMUM_ATTEMPTS; i++) {
            document.claim("one");
        }
        assertThat(document.isTriedTooOften()).isFalse();
        document.claim("one");
        assertThat(document.isTriedTooOften()).isTrue();
    }

    @Test
    void isNotBlamedForAStoreThatWasAway() {
        for (int i = 0; i < 100; i++) {
            document.claim("one");
            document.release();
        }
        assertThat(document.isTriedTooOften()).isFalse();
    }

    @Test
    void isLeftAloneOnceItFailed() {
        document.claim("one");
        document.fail("The file is empty.");
        assertThat(document.claim("one")).isFalse();
        assertThat(document.view(List.of()).failure()).isEqualTo("The file is empty.");
    }

    @Test
    void startsFromTheBeginningWhenSomebodyAsksForIt() {
        document.fail("The file is empty.");
        document.retry();
        assertThat(document.status()).isEqualTo(DocumentStatus.PENDING);
        assertThat(document.failure()).isNull();
        assertThat(document.claim("one")).isTrue();
    }

    @Test
    void isNotStartedTwice() {
        assertThatThrownBy(document::retry).isInstanceOf(ProblemException.class);
    }
}

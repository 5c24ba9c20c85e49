package io.strata.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionLogTest {

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path data;

    private Path entries;

    @BeforeEach
    void makeLog() throws IOException {
        entries = Files.createDirectories(data.resolve(
                "tx-object-store/ShadowNoFileLockStore/defaultStore/StateManager/BasicAction/AtomicAction"));
    }

    @Test
    void namesTheTransactionsWhoseDecisionIsWritten() throws IOException {
        entry("0_ffff7f000001_-a_b_1", "decided", STARTED);
        entry("0_ffff7f000001_-a_b_2", "", STARTED);

        assertThat(new TransactionLog(data).logged()).containsExactly("0:ffff7f000001:-a:b:1");
    }

    @Test
    void removesWhatADeadServerHasNotWritten() throws IOException {
        Path written = entry("0_a_b_c_1", "decided", STARTED.minusSeconds(1));
        Path unwritten = entry("0_a_b_c_2", "", STARTED.minusSeconds(1));
        Path beingWritten = entry("0_a_b_c_3", "", STARTED.plusSeconds(1));

        assertThat(new TransactionLog(data).dropUnwritten(STARTED)).containsExactly("0:a:b:c:2");

        assertThat(written).exists();
        assertThat(unwritten).doesNotExist();
        assertThat(beingWritten).exists();
    }

    @Test
    void hasNothingToRemoveWhereThereIsNoLog() throws IOException {
        assertThat(new TransactionLog(data.resolve("elsewhere")).dropUnwritten(STARTED))
                .isEmpty();
    }

    private Path entry(String name, String content, Instant written) throws IOException {
        Path file = Files.writeString(entries.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(written));
        return file;
    }
}

package io.strata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.audit.chain.CanonicalEntry;
import io.strata.audit.chain.Link;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void writesARowPerEntry() throws IOException {
        CanonicalEntry entry = new CanonicalEntry(
                7,
                Instant.parse("2026-11-21T16:40:15Z"),
                new UUID(0, 1),
                "ada",
                new UUID(0, 3),
                "node.created",
                null,
                "node",
                new UUID(0, 2),
                null,
                "{\"title\": \"A \\\"word\\\", more\"}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvTable table = new CsvTable(bytes);
        table.add(new ExportedEntry(entry, Link.after(Link.genesis(), entry.text())));
        table.end();

        assertThat(bytes.toString(StandardCharsets.UTF_8).split("\r\n"))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines[1])
                        .startsWith("1,2026-11-21T16:40:15.000000Z,\"ada\",00000000-0000-0000-0000-000000000001,"
                                + "\"node.created\",\"node\",00000000-0000-0000-0000-000000000002,,,"
                                + "\"{\"\"title\"\": \"\"A \\\"\"word\\\"\", more\"\"}\",7,"
                                + "00000000-0000-0000-0000-000000000003," + Link.GENESIS + ",")
                        .endsWith(Link.hash(Link.GENESIS, entry.text())));
    }

    @Test
    void letsNoNameBecomeAFormula() {
        assertThat(CsvTable.text("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(CsvTable.text("@sum")).isEqualTo("\"'@sum\"");
        assertThat(CsvTable.text("ada")).isEqualTo("\"ada\"");
    }
}

package io.strata.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportVerifierTest {

    private static final int ENTRIES = 6;

    private final List<Link> chain = chain(ENTRIES);
    private final byte[] export = export(true, chain);

    @Test
    void acceptsWhatWasExported() {
        Verdict verdict = verify(export);

        assertThat(verdict.wrong()).isNull();
        assertThat(verdict.entries()).isEqualTo(ENTRIES);
        assertThat(verdict.position()).isEqualTo(ENTRIES);
        assertThat(verdict.hash()).isEqualTo(chain.get(ENTRIES - 1).hash());
    }

    @Test
    void acceptsAnExportOfNothing() {
        assertThat(verify(export(true, List.of())).wrong()).isNull();
    }

    @Test
    void acceptsAPartOfTheChainThatWasFiltered() {
        List<Link> some = List.of(chain.get(1), chain.get(2), chain.get(5));

        assertThat(verify(export(false, some)).wrong()).isNull();
        assertThat(verify(export(true, some)).wrong()).contains("entry missing: position 1");
    }

    @Test
    void findsEveryByteThatIsChanged() {
        for (byte[] whole : List.of(export, export(false, chain.subList(1, 4)))) {
            for (int i = 0; i < whole.length; i++) {
                for (int change : new int[] {1, 0x20, 0x80}) {
                    byte[] tampered = whole.clone();
                    tampered[i] ^= (byte) change;
                    assertThat(verify(tampered).intact())
                            .as("byte " + i + " ^ " + change)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void findsEveryByteThatIsTakenOutOrPutIn() {
        for (int i = 0; i <= export.length; i++) {
            if (i < export.length) {
                assertThat(verify(without(export, i)).intact())
                        .as("without byte " + i)
                        .isFalse();
            }
            for (char added : new char[] {' ', '\n', '0', '}'}) {
                assertThat(verify(with(export, i, added)).intact())
                        .as("'" + added + "' before byte " + i)
                        .isFalse();
            }
        }
    }

    @Test
    void findsEveryEnd() {
        for (int length = 0; length < export.length; length++) {
            assertThat(verify(Arrays.copyOf(export, length)).intact())
                    .as("the first " + length)
                    .isFalse();
        }
    }

    @Test
    void namesTheFirstEntryThatIsMissing() {
        for (int i = 1; i <= ENTRIES; i++) {
            List<String> lines = lines();
            lines.remove(i);
            String wrong = verify(bytes(lines)).wrong();
            assertThat(wrong)
                    .contains(i == ENTRIES ? "entry missing: there are 5 entries" : "entry missing: position " + i);
        }
    }

    @Test
    void namesTheFirstEntryThatIsNotInItsPlace() {
        for (int i = 1; i < ENTRIES; i++) {
            List<String> lines = lines();
            Collections.swap(lines, i, i + 1);
            Verdict verdict = verify(bytes(lines));
            assertThat(verdict.wrong()).isEqualTo("order changed: position " + i + " comes only in line " + (i + 2));
            assertThat(verdict.line()).isEqualTo(i + 1);
        }
    }

    @Test
    void findsAnEntryThatWasWrittenAnewWithItsHash() {
        List<Link> forged = new ArrayList<>(chain);
        Link old = chain.get(2);
        String entry = old.entry().replace("number 2", "number 9");
        forged.set(2, new Link(3, old.previous(), Link.hash(old.previous(), entry), entry));

        assertThat(verify(export(true, forged)).wrong())
                .isEqualTo("link broken: position 4 does not follow the hash of position 3");
        assertThat(verify(export(false, forged)).wrong()).contains("link broken: position 4");
    }

    @Test
    void findsAWholeChainThatWasWrittenAnewByACheckpoint() {
        List<Link> forged = chain(ENTRIES, "forged");

        assertThat(verify(export(true, forged)).wrong()).isNull();
        assertThat(verify(export(true, forged), Map.of(4L, chain.get(3).hash())).wrong())
                .isEqualTo("rewritten: the hash at position 4 is not the one of the checkpoint");
        assertThat(verify(export, Map.of(4L, chain.get(3).hash())).wrong()).isNull();
    }

    @Test
    void tellsThePersonWhoAsks(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("audit.jsonl"), export);
        String last = ENTRIES + ":" + chain.get(ENTRIES - 1).hash();

        assertThat(run(0, file.toString())).startsWith("Intact: 6 entries, the last at position 6");
        assertThat(run(0, file.toString(), last)).startsWith("Intact");
        assertThat(run(1, file.toString(), ENTRIES + ":" + Link.GENESIS)).startsWith("BROKEN in line 7: rewritten");
        assertThat(run(2, file.toString(), "6")).contains("A checkpoint is");
        assertThat(run(2, folder.resolve("nothing").toString())).contains("cannot be read");
        assertThat(run(2)).startsWith("Usage");
    }

    private static String run(int expected, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(VerifyExport.run(arguments, stream, stream)).isEqualTo(expected);
        return said.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return new ArrayList<>(List.of(new String(export, StandardCharsets.UTF_8).split("\n")));
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<Link> chain(int size) {
        return chain(size, "node.created");
    }

    private static List<Link> chain(int size, String action) {
        List<Link> links = new ArrayList<>();
        Link last = Link.genesis();
        for (int i = 0; i < size; i++) {
            CanonicalEntry entry = new CanonicalEntry(
                    i + 1,
                    Instant.parse("2026-11-21T16:40:15Z").plusSeconds(i),
                    new UUID(0, 1),
                    "ada",
                    null,
                    action,
                    null,
                    "node",
                    new UUID(0, 100 + i),
                    null,
                    "{\"title\": \"number " + i + " with ä\"}");
            last = Link.after(last, entry.text());
            links.add(last);
        }
        return links;
    }

    private static byte[] export(boolean complete, List<Link> links) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExportWriter writer = new ExportWriter(bytes);
        try {
            writer.begin(complete, Instant.parse("2026-11-21T17:00:00Z"), "{\"action\":\"node.\"}");
            for (Link link : links) {
                writer.add(link);
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] without(byte[] bytes, int index) {
        byte[] fewer = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, index + 1, fewer, index, fewer.length - index);
        return fewer;
    }

    private static byte[] with(byte[] bytes, int index, char added) {
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, index, more, index + 1, bytes.length - index);
        more[index] = (byte) added;
        return more;
    }

    private static Verdict verify(byte[] bytes) {
        return verify(bytes, Map.of());
    }

    private static Verdict verify(byte[] bytes, Map<Long, String> checkpoints) {
        try (InputStream stream = new ByteArrayInputStream(bytes)) {
            return ExportVerifier.verify(stream, checkpoints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

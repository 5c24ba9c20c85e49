package io.strata.documents;

import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Documents in one ZIP (APPNOTE 6.3, with ZIP64 where it is needed), which is written as they are read: no file is held,
 * in memory or elsewhere. {@code manifest.json} comes first and says what is known about each document, and under which name
 * it is in the archive. A document that has gone meanwhile is named in {@code missing.json} at the end. When the store goes
 * away the archive breaks off, so that nobody takes a part for the whole.
 *
 * @param paths the folders by their ids, each with a slash at its end
 * @param content opens the bytes of a document
 */
record DocumentArchive(List<DocumentView> documents, Map<UUID, String> paths, Function<UUID, InputStream> content)
        implements StreamingOutput {

    private static final String MANIFEST = "manifest.json";
    private static final String MISSING = "missing.json";

    /** A document and its name in the archive. */
    public record Entry(String path, DocumentView document) {}

    /** What there is in an archive. */
    public record Manifest(Instant exportedAt, List<Entry> documents) {}

    /** What could not be put into an archive. */
    public record Missing(List<Entry> documents) {}

    @Override
    public void write(OutputStream output) throws IOException {
        Map<String, DocumentView> named = named();
        List<Entry> entries = named.entrySet().stream()
                .map(one -> new Entry(one.getKey(), one.getValue()))
                .toList();
        List<Entry> missing = new ArrayList<>();
        ZipOutputStream zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        text(zip, MANIFEST, Json.write(new Manifest(Instant.now(), entries)));
        for (Entry entry : entries) {
            if (!copy(zip, entry)) {
                missing.add(entry);
            }
        }
        if (!missing.isEmpty()) {
            text(zip, MISSING, Json.write(new Missing(missing)));
        }
        zip.finish();
    }

    private Map<String, DocumentView> named() {
        ArchiveNames names = new ArchiveNames().without(MANIFEST).without(MISSING);
        Map<String, DocumentView> named = new LinkedHashMap<>();
        for (DocumentView document : documents) {
            String folder = document.folderId() == null ? "" : paths.getOrDefault(document.folderId(), "");
            named.put(names.of(folder, document.fileName()), document);
        }
        return named;
    }

    /** Whether the document was still there. */
    private boolean copy(ZipOutputStream zip, Entry entry) throws IOException {
        try (InputStream bytes = content.apply(entry.document().id())) {
            ZipEntry place = new ZipEntry(entry.path());
            place.setTime(entry.document().createdAt().toEpochMilli());
            zip.putNextEntry(place);
            bytes.transferTo(zip);
            zip.closeEntry();
            return true;
        } catch (ProblemException gone) {
            if (gone.type() == ProblemType.NOT_FOUND) {
                return false;
            }
            throw gone;
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

package io.strata.reconciliation;

import io.strata.common.Json;
import io.strata.documents.storage.ObjectStorage;
import io.strata.documents.storage.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents in PostgreSQL by the key of their file (left) and the files in the object store (right). */
@ApplicationScoped
class FileComparison implements Comparison {

    /** A file is stored before its document is, so a young one without a document may be an upload under way. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private static final String DOCUMENT_KEYS = """
            select object_key from document where object_key collate "C" > cast(:after as text) collate "C"
            order by object_key collate "C" limit :limit
            """;
    private static final String DOCUMENTS = """
            select object_key, cast(to_jsonb(d) as text) from document d where object_key = any(:keys)
            """;

    @Inject
    Rows rows;

    @Inject
    ObjectStorage storage;

    @Override
    public String name() {
        return "files";
    }

    @Override
    public List<String> keys(Side side, String after, int limit) {
        return side == Side.LEFT
                ? rows.keys(DOCUMENT_KEYS, after, limit)
                : storage.list(after, limit).stream().map(StoredObject::key).toList();
    }

    @Override
    public Map<String, String> read(Side side, Collection<String> keys) {
        if (side == Side.LEFT) {
            return rows.states(DOCUMENTS, keys);
        }
        Map<String, String> states = new LinkedHashMap<>();
        keys.forEach(key -> storage.find(key).ifPresent(object -> states.put(key, Json.write(object))));
        return states;
    }

    @Override
    public FindingKind whenOnlyIn(Side side) {
        return side == Side.LEFT ? FindingKind.DOCUMENT_WITHOUT_OBJECT : FindingKind.OBJECT_WITHOUT_DOCUMENT;
    }

    @Override
    public boolean matters(Side side, String state) {
        return side == Side.LEFT
                || Json.<StoredObject>read(state, StoredObject.class)
                        .lastModified()
                        .isBefore(Instant.now().minus(YOUNG));
    }
}

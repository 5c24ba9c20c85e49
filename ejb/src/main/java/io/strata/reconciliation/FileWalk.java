package io.strata.reconciliation;

import io.strata.reconciliation.SideBySide.Keys;
import io.strata.reconciliation.disagreements.Rows;
import io.strata.storage.ObjectKey;
import io.strata.storage.ObjectStorage;
import io.strata.storage.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Documents, their earlier versions and attachments by the keys of their files, beside the files. */
@ApplicationScoped
class FileWalk implements Walk {

    private static final int PAGE = 1000;
    private static final String DOCUMENTS = """
            select named.object_key
            from (select object_key from document union all select object_key from document_version
                  union all select object_key from attachment) named
            where named.object_key collate "C" > cast(:after as text) collate "C"
            order by named.object_key collate "C" limit :limit
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
    public long size() {
        return rows.number(
                "select (select count(*) from document) + (select count(*) from document_version)"
                        + " + (select count(*) from attachment)",
                Map.of());
    }

    /** The store may hand out fewer than it has, but none only at its end. What is neither is behind all of them. */
    @Override
    public Stretch next(String after, String until) {
        List<String> documents = rows.texts(DOCUMENTS, Map.of("after", after, "limit", PAGE));
        List<StoredObject> objects = storage.list(after, PAGE);
        List<String> files = objects.stream()
                .map(StoredObject::key)
                .takeWhile(key -> key.compareTo(ObjectKey.BEHIND_DOCUMENTS) < 0)
                .toList();
        boolean more = !files.isEmpty() && files.size() == objects.size();
        SideBySide sides = new SideBySide(Keys.of(documents, PAGE), new Keys(files, more));
        return Walk.stretch(sides, after, "document_without_object", "object_without_document", List.of());
    }
}

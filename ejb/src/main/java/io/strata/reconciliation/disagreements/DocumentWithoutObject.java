package io.strata.reconciliation.disagreements;

import io.strata.common.Json;
import io.strata.storage.ObjectStorage;
import io.strata.storage.StoredObject;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document, earlier version or attachment whose file the object store does not have; the subject is the key of the file. */
@ApplicationScoped
class DocumentWithoutObject extends Disagreement {

    private static final String DOCUMENTS = """
            select d.object_key, cast(to_jsonb(d) as text) from document d where d.object_key = any(:keys)
            union all
            select v.object_key, cast(to_jsonb(v) as text) from document_version v where v.object_key = any(:keys)
            union all
            select a.object_key, cast(to_jsonb(a) as text) from attachment a where a.object_key = any(:keys)
            """;

    private static final String ONLY_ATTACHMENTS_HAVE = "subject_id";
    private static final String ONLY_VERSIONS_HAVE = "uploaded_at";

    @Inject
    Rows rows;

    @Inject
    Graph graph;

    @Inject
    ObjectStorage storage;

    DocumentWithoutObject() {
        super(
                "document_without_object",
                Store.DATABASE,
                Store.OBJECTS,
                "The database decides which documents and attachments exist. The file of this one is gone and cannot be made up: restore"
                        + " it from a backup if there is one, and the finding is gone with the next pass.",
                new Offer(
                        RepairAction.DELETE,
                        "Removes the document with its text, its topics and its entry at a node, or the version, or the attachment. Only when the file will"
                                + " not come back."));
    }

    /** The rows of documents, versions and attachments as JSON, by the key of their file. */
    static Map<String, String> documents(Rows rows, Collection<String> keys) {
        return rows.states(DOCUMENTS, keys);
    }

    /** What the store has under a key, as JSON. */
    static Optional<String> object(ObjectStorage storage, String key) {
        return storage.find(key).map((StoredObject object) -> Json.write(object));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Sides> found = new LinkedHashMap<>();
        documents(rows, subjects).forEach((key, state) -> {
            if (object(storage, key).isEmpty()) {
                found.put(key, new Sides(state, null));
            }
        });
        return found;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.DELETE) {
            throw notOffered(action);
        }
        Map<?, ?> document = GraphRows.read(sides.truth());
        String id = (String) document.get("id");
        if (document.containsKey(ONLY_ATTACHMENTS_HAVE)) {
            return List.of(Step.of(
                    Store.DATABASE,
                    "Remove the attachment",
                    document,
                    null,
                    () -> rows.change("delete from attachment where id = cast(:id as uuid)", Map.of("id", id))));
        }
        if (document.containsKey(ONLY_VERSIONS_HAVE)) {
            return List.of(Step.of(
                    Store.DATABASE,
                    "Remove the version",
                    document,
                    null,
                    () -> rows.change("delete from document_version where id = cast(:id as uuid)", Map.of("id", id))));
        }
        return List.of(
                Step.of(
                        Store.DATABASE,
                        "Remove the document with its text and topics",
                        document,
                        null,
                        () -> rows.change("delete from document where id = cast(:id as uuid)", Map.of("id", id))),
                Step.of(
                        Store.GRAPH,
                        "Remove its entry at a node and its passages",
                        Map.of("artifact", id),
                        null,
                        () -> ArtifactWithoutDocument.remove(graph, id)));
    }
}

package io.strata.reconciliation.disagreements;

import io.strata.storage.ObjectStorage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file in the object store that belongs to no document and no attachment; the subject is its key. */
@ApplicationScoped
class ObjectWithoutDocument extends Disagreement {

    /** A file is stored before its document is, so a young one without a document may be an upload under way. */
    private static final Duration YOUNG = Duration.ofHours(1);

    /** Files that are on their way out are no disagreement. */
    private static final String DISCARDED = """
            select object_key, cast(discarded_at as text) from discarded_object where object_key = any(:keys)
            """;

    @Inject
    Rows rows;

    @Inject
    ObjectStorage storage;

    ObjectWithoutDocument() {
        super(
                "object_without_document",
                Store.DATABASE,
                Store.OBJECTS,
                "The database decides which documents and attachments exist. Nobody can reach this file; it is older than an hour, so no"
                        + " upload is under way.",
                new Offer(
                        RepairAction.DELETE,
                        "Removes the file once the repair is on record. It frees space and takes nothing away from"
                                + " anybody; if the store is away then, the next pass finds the file again."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, String> known = new HashMap<>(DocumentWithoutObject.documents(rows, subjects));
        known.putAll(rows.states(DISCARDED, subjects));
        Map<String, Sides> found = new LinkedHashMap<>();
        subjects.stream()
                .filter(key -> !known.containsKey(key))
                .forEach(key -> DocumentWithoutObject.object(storage, key)
                        .filter(ObjectWithoutDocument::isOld)
                        .ifPresent(state -> found.put(key, new Sides(null, state))));
        return found;
    }

    private static boolean isOld(String state) {
        Instant stored = Instant.parse((String) GraphRows.read(state).get("last_modified"));
        return stored.isBefore(Instant.now().minus(YOUNG));
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.DELETE) {
            throw notOffered(action);
        }
        Change change = new Change(Store.OBJECTS, "Remove the file", GraphRows.read(sides.other()), null);
        return List.of(new Step(change, () -> storage.delete(subject), true));
    }
}

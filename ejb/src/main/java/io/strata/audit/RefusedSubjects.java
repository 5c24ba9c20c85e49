package io.strata.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds out what a refused caller was after. */
@ApplicationScoped
class RefusedSubjects {

    private static final String LAST_ENTRY = """
            select subject_kind as kind, cast(workspace_id as text) as workspace, action as action from audit_log
            where subject_id = cast(:id as uuid) and action not like 'refused.%' order by id desc limit 1
            """;

    private static final int LENGTH_OF_ID = 36;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    @Any
    Instance<SubjectSource> sources;

    /** The first thing that exists among those that a call has named. */
    Optional<Subject> first(List<String> references) {
        return references.stream().map(this::find).flatMap(Optional::stream).findFirst();
    }

    private Optional<Subject> find(String reference) {
        for (SubjectSource source : sources) {
            Optional<Subject> found = source.find(reference);
            if (found.isPresent()) {
                return found;
            }
        }
        return reference.length() == LENGTH_OF_ID ? byLastEntry(reference) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private Optional<Subject> byLastEntry(String id) {
        List<Tuple> rows = entities.createNativeQuery(LAST_ENTRY, Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .filter(row -> !row.get("action", String.class).endsWith(".deleted"))
                .filter(row ->
                        sources.stream().noneMatch(source -> source.kind().equals(row.get("kind"))))
                .map(row -> new Subject(
                        row.get("kind", String.class),
                        UUID.fromString(id),
                        Conditions.identifier(row.get("workspace"))))
                .findFirst();
    }
}

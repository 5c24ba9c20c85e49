package io.strata.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Documents of a workspace that have the same bytes, by their SHA-256. What is hidden or in the trash does not count. */
@ApplicationScoped
class DocumentCopies {

    private static final String OF_DOCUMENTS = """
            select d.id, (select count(*) from document o
                          where o.workspace_id = d.workspace_id and o.sha256 = d.sha256 and o.id <> d.id
                            and o.trashed_at is null)
            from document d where d.id in (:documents)
            """;

    private static final String GROUPS = """
            select d.sha256, max(d.size_bytes), string_agg(cast(d.id as text), ',' order by d.id)
            from document d
            where d.workspace_id = :workspace and d.trashed_at is null and d.sha256 > :after
            group by d.sha256 having count(*) > 1
            order by d.sha256 limit :limit
            """;

    /**
     * Documents with the same bytes.
     *
     * @param ids the eldest first
     */
    record Group(String sha256, long sizeBytes, List<UUID> ids) {}

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** How many others have the same bytes, for some documents. */
    @SuppressWarnings("unchecked")
    Map<UUID, Integer> of(Collection<UUID> documents) {
        Map<UUID, Integer> copies = new HashMap<>();
        if (documents.isEmpty()) {
            return copies;
        }
        List<Tuple> rows = entities.createNativeQuery(OF_DOCUMENTS, Tuple.class)
                .setParameter("documents", documents)
                .getResultList();
        rows.forEach(row -> copies.put(row.get(0, UUID.class), ((Number) row.get(1)).intValue()));
        return copies;
    }

    /** The documents of a workspace of which there are several, in the order of their hashes. */
    @SuppressWarnings("unchecked")
    List<Group> groups(UUID workspaceId, String after, int limit) {
        List<Tuple> rows = entities.createNativeQuery(GROUPS, Tuple.class)
                .setParameter("workspace", workspaceId)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Group(
                        row.get(0, String.class),
                        ((Number) row.get(1)).longValue(),
                        List.of(row.get(2, String.class).split(",")).stream()
                                .map(UUID::fromString)
                                .toList()))
                .toList();
    }
}

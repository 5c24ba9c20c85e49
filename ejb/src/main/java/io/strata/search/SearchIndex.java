package io.strata.search;

import io.strata.access.Open;
import io.strata.common.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps what is searched for in step with the graph: whoever changes a node or a cycle says so here, in the same
 * transaction, after its rows are written.
 */
@ApplicationScoped
public class SearchIndex {

    private static final String KEEP = "select cast(search_keep(cast(:entries as jsonb)) as text)";

    private static final String TRASH = """
            select cast(search_trash(cast(string_to_array(:nodes, ',') as uuid[]), :trashed) as text)
            """;

    private static final String FORGET = "select cast(search_forget(:entry) as text)";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Writes entries as they are now; a node without a row for its content gets none. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(List<SearchEntry> entries) {
        if (!entries.isEmpty()) {
            entities.flush();
            entities.createNativeQuery(KEEP)
                    .setParameter("entries", Json.write(entries))
                    .getSingleResult();
        }
    }

    /** Takes nodes, with their comments, out of what is found, or puts them back. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void trash(Collection<UUID> nodes, boolean trashed) {
        entities.createNativeQuery(TRASH)
                .setParameter("nodes", nodes.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .setParameter("trashed", trashed)
                .getSingleResult();
    }

    /** Removes the entry of a cycle; those of everything else go with their rows. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID cycle) {
        entities.createNativeQuery(FORGET).setParameter("entry", cycle).getSingleResult();
    }
}

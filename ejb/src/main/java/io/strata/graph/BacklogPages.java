package io.strata.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * The pages of the {@link SearchBacklog}, each in a transaction. A row says how far it has come; whoever writes a page holds
 * it, so that several servers take turns. The row goes with the last page.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BacklogPages {

    private static final int PAGE = 2000;
    private static final int NODES = 0;
    private static final int TRASH = 1;
    private static final int CYCLES = 2;
    private static final UUID BEGINNING = new UUID(0, 0);

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    NodeEntries entries;

    /** Writes the next page, and says whether there is another. */
    @SuppressWarnings("unchecked")
    boolean next() {
        List<Object[]> backlog = entities.createNativeQuery("select stage, after from search_backlog for update")
                .getResultList();
        if (backlog.isEmpty()) {
            return false;
        }
        int stage = ((Number) backlog.get(0)[0]).intValue();
        UUID after = (UUID) backlog.get(0)[1];
        UUID last = switch (stage) {
            case NODES -> entries.writeNodes(after, PAGE);
            case TRASH -> entries.writeTrash(after, PAGE);
            default -> entries.writeCycles(after, PAGE);
        };
        if (last == null && stage == CYCLES) {
            entities.createNativeQuery("delete from search_backlog").executeUpdate();
            return false;
        }
        entities.createNativeQuery("update search_backlog set stage = :stage, after = :after")
                .setParameter("stage", last == null ? stage + 1 : stage)
                .setParameter("after", last == null ? BEGINNING : last)
                .executeUpdate();
        return true;
    }
}

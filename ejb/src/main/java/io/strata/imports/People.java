package io.strata.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The handles of people, which a file names in place of their ids. */
@ApplicationScoped
class People {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** The ids of the members of a workspace, by their handles. */
    Map<String, UUID> members(UUID workspaceId) {
        Map<String, UUID> members = new HashMap<>();
        entities.createQuery(
                        "select a.handle, a.id from WorkspaceRole m join Actor a on a.id = m.key.actorId"
                                + " where m.key.workspaceId = :workspace",
                        Object[].class)
                .setParameter("workspace", workspaceId)
                .getResultStream()
                .forEach(row -> members.put((String) row[0], (UUID) row[1]));
        return members;
    }

    /** The handles of some people, by their ids. */
    Map<UUID, String> handles(Collection<UUID> ids) {
        Map<UUID, String> handles = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select a.id, a.handle from Actor a where a.id in :ids", Object[].class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(row -> handles.put((UUID) row[0], (String) row[1]));
        }
        return handles;
    }
}

package io.strata.accounts.agents;

import io.strata.accounts.Actor;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The rows of agents. */
@ApplicationScoped
class Agents {

    private static final String SELECT = """
            select new io.strata.accounts.agents.AgentView(a.id, a.handle, a.displayName, g.description, g.workspaceId,
                g.ownerId, o.handle, a.active, a.createdAt)
            from Agent g join Actor a on a.id = g.actorId left join Actor o on o.id = g.ownerId
            """;

    private static final String LIST = SELECT + """
            where (:everywhere = true or g.workspaceId = :workspace) and a.handle > :after
            order by a.handle
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Agents by handle, after a handle.
     *
     * @param workspaceId of one workspace; {@code null} for those of all
     */
    List<AgentView> list(UUID workspaceId, String after, int limit) {
        return entities.createQuery(LIST, AgentView.class)
                .setParameter("everywhere", workspaceId == null)
                .setParameter("workspace", workspaceId)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    AgentView view(UUID id) {
        return entities.createQuery(SELECT + "where a.id = :id", AgentView.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    Agent require(UUID id) {
        Agent agent = entities.find(Agent.class, id);
        if (agent == null) {
            throw ProblemException.notFound("agent");
        }
        return agent;
    }

    Actor actor(UUID id) {
        return entities.find(Actor.class, id);
    }

    void add(Agent agent) {
        entities.persist(agent);
        entities.flush();
    }
}

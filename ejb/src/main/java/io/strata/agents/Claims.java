package io.strata.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims and reports in PostgreSQL. */
@ApplicationScoped
class Claims {

    /** Of several at the same time the first ends the row, and the others find nothing left to end. */
    private static final String END_OVER = """
            update work_claim set ended_at = lease_until, outcome = 'LAPSED'
            where node_id = :node and ended_at is null and lease_until <= :now
            """;

    /** Waits for whoever is about to do the same, and then does nothing if they have. */
    private static final String TAKE = """
            insert into work_claim
                (id, node_id, project_id, workspace_id, actor_id, status_before, claimed_at, lease_until)
            values (:id, :node, :project, :workspace, :actor, :status, :claimed, :until)
            on conflict (node_id) where ended_at is null do nothing
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Makes a claim, unless somebody has a live one on the issue: then {@code false}. */
    boolean take(Claim claim) {
        entities.createNativeQuery(END_OVER)
                .setParameter("node", claim.nodeId())
                .setParameter("now", Instant.now())
                .executeUpdate();
        return entities.createNativeQuery(TAKE)
                        .setParameter("id", claim.id())
                        .setParameter("node", claim.nodeId())
                        .setParameter("project", claim.projectId())
                        .setParameter("workspace", claim.workspaceId())
                        .setParameter("actor", claim.actorId())
                        .setParameter("status", claim.statusBefore())
                        .setParameter("claimed", claim.claimedAt())
                        .setParameter("until", claim.leaseUntil())
                        .executeUpdate()
                == 1;
    }

    /** A claim that will be changed: nobody else does until the transaction ends. */
    Optional<Claim> findToChange(UUID id) {
        return Optional.ofNullable(entities.find(Claim.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Claim> find(UUID id) {
        return Optional.ofNullable(entities.find(Claim.class, id));
    }

    /** The claims of a project that have not been ended, whether or not their lease is over. */
    List<Claim> open(UUID projectId) {
        return entities.createQuery(
                        "select c from Claim c where c.projectId = :project and c.endedAt is null", Claim.class)
                .setParameter("project", projectId)
                .getResultList();
    }

    /** The one on an issue that has not been ended, whether or not its lease is over. */
    Optional<Claim> openOn(UUID nodeId) {
        return entities.createQuery("select c from Claim c where c.nodeId = :node and c.endedAt is null", Claim.class)
                .setParameter("node", nodeId)
                .getResultStream()
                .findFirst();
    }

    /** The live ones of an actor in the order they were made. */
    List<Claim> live(UUID actorId, UUID after, int limit) {
        return entities.createQuery("""
                        select c from Claim c
                        where c.actorId = :actor and c.endedAt is null and c.leaseUntil > :now and c.id > :after
                        order by c.id
                        """, Claim.class)
                .setParameter("actor", actorId)
                .setParameter("now", Instant.now())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** All that there were on an issue, in the order they were made. */
    List<Claim> on(UUID nodeId, UUID after, int limit) {
        return entities.createQuery(
                        "select c from Claim c where c.nodeId = :node and c.id > :after order by c.id", Claim.class)
                .setParameter("node", nodeId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    void add(ProgressReport report) {
        entities.persist(report);
    }

    /** What was reported about an issue, in the order of reporting. */
    List<ProgressReport> reports(UUID nodeId, UUID after, int limit) {
        return entities.createQuery(
                        "select r from ProgressReport r where r.nodeId = :node and r.id > :after order by r.id",
                        ProgressReport.class)
                .setParameter("node", nodeId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}

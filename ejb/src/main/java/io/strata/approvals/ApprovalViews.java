package io.strata.approvals;

import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Rights;
import io.strata.common.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows requests as the present caller may see them. */
@ApplicationScoped
class ApprovalViews {

    /** Row-level security leaves out what the caller does not see; what is in the trash is still there. */
    private static final String VISIBLE = """
            select node_id from node_content where node_id = any (cast(string_to_array(:nodes, ',') as uuid[]))
            """;

    private static final String ZONE = "select zone_id from node_content where node_id = :node and zone_id is not null";

    private static final String HANDLE = "select handle from actor where id = :actor";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    ApprovalView of(ApprovalRequest request) {
        return new ApprovalView(
                request.id(),
                request.operation(),
                request.workspaceId(),
                request.projectId(),
                request.nodeId(),
                request.action(),
                request.summary(),
                request.status(),
                handle(request.requestedBy()),
                request.requestedAt(),
                request.expiresAt(),
                visible(request.preview()),
                request.decidedBy() == null ? null : handle(request.decidedBy()),
                request.decidedAt(),
                request.reason(),
                request.result() == null ? null : Json.readObject(request.result()),
                request.status() == ApprovalStatus.PENDING && mayDecide(request));
    }

    /** Whether the present caller is a person who has the right that the call needs. */
    boolean mayDecide(ApprovalRequest request) {
        return !CurrentCaller.require().agent() && hasRight(request);
    }

    /** Whether the present caller has the right that the call needs, for what it is about first of all. */
    boolean hasRight(ApprovalRequest request) {
        if (request.nodeId() == null) {
            return policy.visibility(request.action()).allows(request.workspaceId());
        }
        Rights rights = policy.rights(request.action());
        UUID zone = zone(request.nodeId());
        return rights.seen().allows(request.workspaceId(), zone)
                && rights.permitted().allows(request.workspaceId(), zone);
    }

    private CallPreview visible(CallPreview preview) {
        String named = preview.effects().stream()
                .map(CallEffect::nodeId)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .distinct()
                .collect(Collectors.joining(","));
        List<?> rows =
                entities.createNativeQuery(VISIBLE).setParameter("nodes", named).getResultList();
        Set<Object> seen = new HashSet<>(rows);
        return new CallPreview(
                preview.total(),
                preview.effects().stream()
                        .map(effect -> effect.nodeId() == null || seen.contains(effect.nodeId())
                                ? effect
                                : new CallEffect(effect.what(), null, null, null))
                        .toList());
    }

    private UUID zone(UUID node) {
        List<?> found =
                entities.createNativeQuery(ZONE).setParameter("node", node).getResultList();
        return found.isEmpty() ? null : (UUID) found.get(0);
    }

    private String handle(UUID actor) {
        return (String)
                entities.createNativeQuery(HANDLE).setParameter("actor", actor).getSingleResult();
    }
}

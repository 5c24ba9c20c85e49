package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.PolicyZone;
import io.strata.access.Requires;
import io.strata.access.ZoneReach;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.NodeZones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The rules of workspaces. They count from the next request of whomever they are about. */
@ApplicationScoped
@Transactional
public class RuleService {

    private static final int MAXIMUM_REASON = 500;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    NodeZones zones;

    @Inject
    RuleQueries rules;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** The rules of a workspace in the order they were made. */
    @Requires(Action.POLICY_MANAGE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<RuleView> list(UUID workspaceId, String cursor, Integer requestedLimit) {
        policy.require(Action.POLICY_MANAGE, workspaceId);
        int limit = Page.limit(requestedLimit);
        UUID after = cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor");
        return Page.of(
                rules.ofWorkspace(workspaceId, after, limit + 1),
                limit,
                rule -> rule.id().toString());
    }

    /**
     * Makes a rule.
     *
     * @throws ProblemException conflict, when there is one for the same actor, group or role, action and place already
     */
    @Requires(Action.POLICY_MANAGE)
    public RuleView create(UUID workspaceId, CreateRule request) {
        policy.require(Action.POLICY_MANAGE, workspaceId);
        UUID actorId = actor(request);
        validate(workspaceId, request, actorId);
        PolicyZone zone = request.nodeId() == null ? null : zone(workspaceId, request);
        UUID zoneId = zone == null ? null : zone.id();
        if (exists(workspaceId, zoneId, actorId, request)) {
            throw ProblemException.conflict("There is a rule for this already; remove it first to say something else.");
        }
        PolicyRule rule = new PolicyRule(workspaceId, zoneId, actorId, request);
        entities.persist(rule);
        entities.flush();
        RuleView view = rules.one(rule.id());
        record("policy_rule.created", view, null, view);
        return view;
    }

    /** A rule. */
    @Requires(Action.POLICY_MANAGE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public RuleView get(UUID id) {
        return rules.one(require(id).id());
    }

    /** Removes a rule. */
    @Requires(Action.POLICY_MANAGE)
    public void delete(UUID id) {
        PolicyRule rule = require(id);
        RuleView view = rules.one(id);
        entities.remove(rule);
        record("policy_rule.deleted", view, view, null);
    }

    private PolicyRule require(UUID id) {
        PolicyRule rule = entities.find(PolicyRule.class, id);
        if (rule == null) {
            throw ProblemException.notFound("rule");
        }
        policy.require(Action.POLICY_MANAGE, rule.workspaceId(), "rule");
        return rule;
    }

    private PolicyZone zone(UUID workspaceId, CreateRule request) {
        NodeView node = nodes.require(request.nodeId(), Action.NODE_READ);
        if (!node.workspaceId().equals(workspaceId)) {
            throw ProblemException.validation("node_id", "names no node of this workspace");
        }
        return zones.begin(node, request.reach() == null ? ZoneReach.SUBTREE : request.reach());
    }

    private void validate(UUID workspaceId, CreateRule request, UUID actorId) {
        Validation validation = new Validation()
                .present("action", request.action())
                .present("effect", request.effect())
                .optionalText("reason", request.reason(), MAXIMUM_REASON);
        boolean personal = request.actorId() != null || request.actorHandle() != null;
        long subjects = Stream.of(personal, request.groupId() != null, request.role() != null)
                .filter(named -> named)
                .count();
        if (subjects != 1) {
            validation.problem("actor_id", "either an actor, a group or a role is required");
        } else if (personal && actorId == null) {
            validation.problem(request.actorId() == null ? "actor_handle" : "actor_id", "names no actor");
        } else if (request.groupId() != null && !isGroup(workspaceId, request.groupId())) {
            validation.problem("group_id", "names no group of this workspace");
        }
        if (request.action() != null && !request.action().ruled()) {
            validation.problem("action", "is decided by the role alone");
        } else if (request.action() != null
                && request.nodeId() != null
                && !request.action().onNodes()) {
            validation.problem("action", "concerns the whole workspace, not a part of the tree");
        }
        if (request.nodeId() == null && request.reach() != null) {
            validation.problem("reach", "needs a node from which to reach");
        }
        validation.done();
    }

    /** Keeps the group while the rule is made. */
    private boolean isGroup(UUID workspaceId, UUID groupId) {
        return !entities.createNativeQuery(
                        "select id from actor_group where id = :group and workspace_id = :workspace for share")
                .setParameter("group", groupId)
                .setParameter("workspace", workspaceId)
                .getResultList()
                .isEmpty();
    }

    /** {@code null} when the rule is for a group or a role, or names nobody who exists. */
    private UUID actor(CreateRule request) {
        String named = request.actorId() == null
                ? request.actorHandle()
                : request.actorId().toString();
        if (named == null) {
            return null;
        }
        List<?> found = entities.createNativeQuery(
                        "select id from actor where cast(id as text) = :named or handle = lower(:named)")
                .setParameter("named", named)
                .getResultList();
        return found.isEmpty() ? null : (UUID) found.get(0);
    }

    private boolean exists(UUID workspaceId, UUID zoneId, UUID actorId, CreateRule request) {
        return entities.createQuery("""
                        select count(r) from PolicyRule r
                        where r.workspaceId = :workspace and r.action = :action
                          and coalesce(r.zoneId, r.workspaceId) = :place
                          and (r.actorId = :actor or r.groupId = :group or r.role = :role)
                        """, Long.class)
                        .setParameter("workspace", workspaceId)
                        .setParameter("action", request.action())
                        .setParameter("place", zoneId == null ? workspaceId : zoneId)
                        .setParameter("actor", actorId)
                        .setParameter("group", request.groupId())
                        .setParameter("role", request.role())
                        .getSingleResult()
                > 0;
    }

    private void record(String what, RuleView rule, RuleView before, RuleView after) {
        audit.record(what, "policy_rule", rule.id(), rule.workspaceId(), before, after);
        events.publish(DomainEvent.now(what, rule.workspaceId(), null, rule.id(), Map.of()));
    }
}

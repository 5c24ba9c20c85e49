package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Role;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;
import io.strata.graph.NodeContext;
import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Says why an actor may or may not do something with a node: which rule decided, and on which way it reaches the node. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ExplanationService {

    private static final String ACTOR = """
            select a.id, a.handle, a.administrator, a.active, m.role
            from actor a left join membership m on m.actor_id = a.id and m.workspace_id = :workspace
            where cast(a.id as text) = lower(:actor) or a.handle = lower(:actor)
            """;

    private static final String ZONE = "select cast(zone_id as text) from node_content where node_id = :node";

    /** Who is asked about. */
    private record Subject(UUID id, String handle, boolean administrator, boolean active, Role role) {}

    /** What a chain of rules says about one action. */
    private record Verdict(boolean allowed, String because, List<RuleView> reaching) {

        RuleView deciding() {
            return because.equals("rule") ? reaching.get(0) : null;
        }
    }

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    RuleQueries rules;

    /**
     * Explains.
     *
     * @param actor an id or a handle; the caller when it is {@code null}. About somebody else only those may ask who make
     *     the rules
     * @param action what it is about; reading when it is {@code null}
     * @throws ProblemException not found, when the caller does not see the node; validation, when there is no such actor
     */
    @Requires(Action.NODE_READ)
    public Explanation explain(String idOrShortId, String actor, Action action) {
        NodeContext context = nodes.get(idOrShortId);
        NodeView node = context.node();
        Action asked = action == null ? Action.NODE_READ : action;
        if (!asked.onNodes()) {
            throw ProblemException.validation("action", "must be one that concerns nodes");
        }
        UUID caller = CurrentCaller.require().actorId();
        Subject subject = subject(actor == null ? caller.toString() : actor, node.workspaceId());
        if (subject == null || !subject.id().equals(caller)) {
            policy.require(Action.POLICY_MANAGE, node.workspaceId());
        }
        if (subject == null) {
            throw ProblemException.validation("actor", "names no actor");
        }
        return explain(subject, asked, context);
    }

    private Explanation explain(Subject subject, Action action, NodeContext context) {
        NodeView node = context.node();
        UUID zone = zone(node.id());
        Verdict wish = verdict(subject, action, node, zone);
        Verdict reading = verdict(subject, Action.NODE_READ, node, zone);
        Verdict shown = wish.allowed() && !reading.allowed()
                ? new Verdict(
                        false, action == Action.NODE_READ ? reading.because() : "not_readable", reading.reaching())
                : wish;
        RuleView deciding = shown.because().equals("not_readable") ? reading.deciding() : shown.deciding();
        List<RuleView> overruled =
                shown.reaching().stream().filter(rule -> !rule.equals(deciding)).toList();
        return new Explanation(
                subject.id(),
                subject.handle(),
                action,
                reference(node),
                shown.allowed(),
                subject.role(),
                shown.because(),
                deciding,
                path(context, deciding),
                overruled,
                sentence(subject, action, node, shown, deciding));
    }

    private Verdict verdict(Subject subject, Action action, NodeView node, UUID zone) {
        List<RuleView> reaching = rules.reaching(node.workspaceId(), zone, subject.id(), action);
        if (!subject.active()) {
            return new Verdict(false, "inactive", reaching);
        }
        if (subject.administrator()) {
            return new Verdict(true, "administrator", reaching);
        }
        if (!reaching.isEmpty()) {
            return new Verdict(reaching.get(0).effect() == Effect.ALLOW, "rule", reaching);
        }
        if (subject.role() == null) {
            return new Verdict(false, "no_membership", reaching);
        }
        return new Verdict(action.allowedBy(subject.role()), "role", reaching);
    }

    /** From where the deciding rule begins down to the node. */
    private static List<NodeReference> path(NodeContext context, RuleView deciding) {
        List<NodeReference> whole = Stream.concat(context.path().stream(), Stream.of(reference(context.node())))
                .toList();
        if (deciding == null || deciding.node() == null) {
            return whole;
        }
        List<NodeReference> path = new ArrayList<>(whole);
        while (!path.isEmpty() && !path.get(0).id().equals(deciding.node().id())) {
            path.remove(0);
        }
        return path.isEmpty() ? whole : path;
    }

    private static String sentence(Subject subject, Action action, NodeView node, Verdict verdict, RuleView deciding) {
        String beginning = "%s %s %s %s, because "
                .formatted(subject.handle(), verdict.allowed() ? "may" : "may not", words(action), node.shortId());
        return beginning
                + switch (verdict.because()) {
                    case "inactive" -> "the account is switched off.";
                    case "administrator" -> "they administer the installation.";
                    case "no_membership" -> "they do not belong to the workspace and no rule lets them in.";
                    case "role" ->
                        "no rule reaches it, and the role %s %s it."
                                .formatted(
                                        LowerCaseEnumAdapter.write(subject.role()),
                                        verdict.allowed() ? "allows" : "does not allow");
                    case "not_readable" ->
                        "they may not read it" + (deciding == null ? "." : ": " + says(deciding) + ".");
                    default -> says(deciding) + ".";
                };
    }

    private static String says(RuleView rule) {
        String whom = rule.role() == null ? "them" : "the role " + LowerCaseEnumAdapter.write(rule.role());
        String verb = rule.effect() == Effect.ALLOW ? "allows" : "denies";
        String where = rule.reach() == null
                ? "in the whole workspace"
                : switch (rule.reach()) {
                    case NODE -> "on the node alone";
                    case SUBTREE ->
                        "in the subtree of "
                                + (rule.node() == null
                                        ? "a node above"
                                        : rule.node().shortId());
                };
        return "the nearest rule %s it to %s %s".formatted(verb, whom, where);
    }

    private static String words(Action action) {
        return switch (action) {
            case NODE_READ -> "read";
            case NODE_WRITE -> "change";
            case NODE_DELETE -> "delete";
            case COMMENT_READ -> "read the comments on";
            case COMMENT_WRITE -> "comment on";
            case COMMENT_MODERATE -> "moderate the comments on";
            case DOCUMENT_READ -> "read the documents of";
            case DOCUMENT_WRITE -> "add documents to";
            default -> LowerCaseEnumAdapter.write(action).replace('_', ' ');
        };
    }

    private static NodeReference reference(NodeView node) {
        return new NodeReference(node.id(), node.kind(), node.shortId(), node.title(), node.status());
    }

    private UUID zone(UUID node) {
        List<?> found =
                entities.createNativeQuery(ZONE).setParameter("node", node).getResultList();
        return found.isEmpty() || found.get(0) == null ? null : UUID.fromString((String) found.get(0));
    }

    private Subject subject(String actor, UUID workspaceId) {
        List<?> found = entities.createNativeQuery(ACTOR, Tuple.class)
                .setParameter("workspace", workspaceId)
                .setParameter("actor", actor)
                .getResultList();
        return found.isEmpty() ? null : subject((Tuple) found.get(0));
    }

    private static Subject subject(Tuple row) {
        String role = row.get("role", String.class);
        return new Subject(
                row.get("id", UUID.class),
                row.get("handle", String.class),
                row.get("administrator", Boolean.class),
                row.get("active", Boolean.class),
                role == null ? null : Role.valueOf(role));
    }
}

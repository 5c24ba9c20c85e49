package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Caller;
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
import io.strata.tokens.TokenLimits;
import io.strata.tokens.TokenPlaceView;
import io.strata.tokens.TokenView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why an actor may or may not do something with a node: which rule decided, and on which way it reaches the node. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ExplanationService {

    private static final String ACTOR = """
            select a.id, a.handle, a.administrator, a.active, m.role, g.name as group_name
            from actor a
                     left join workspace_role m on m.actor_id = a.id and m.workspace_id = :workspace
                     left join actor_group g on g.id = m.group_id
            where cast(a.id as text) = lower(:actor) or a.handle = lower(:actor)
            """;

    private static final String ZONE = "select cast(zone_id as text) from node_content where node_id = :node";

    /** Who is asked about. */
    private record Subject(UUID id, String handle, boolean administrator, boolean active, Role role, String group) {}

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

    @Inject
    TokenLimits limits;

    /**
     * Explains.
     *
     * @param actor an id or a handle; the caller when it is {@code null}. About somebody else only those may ask who make
     *     the rules
     * @param action what it is about; reading when it is {@code null}
     * @param token the id of a token of that actor, to ask what may be done with it; the one that the caller uses, or none,
     *     when it is {@code null}
     * @throws ProblemException not found, when the caller does not see the node; validation, when there is no such actor
     *     or token
     */
    @Requires(Action.NODE_READ)
    public Explanation explain(String idOrShortId, String actor, Action action, UUID token) {
        NodeContext context = nodes.get(idOrShortId);
        NodeView node = context.node();
        Action asked = action == null ? Action.NODE_READ : action;
        if (!asked.onNodes()) {
            throw ProblemException.validation("action", "must be one that concerns nodes");
        }
        Caller caller = CurrentCaller.require();
        UUID self = caller.actorId();
        Subject subject = subject(actor == null ? self.toString() : actor, node.workspaceId());
        boolean about = subject != null && subject.id().equals(self);
        if (!about) {
            policy.require(Action.POLICY_MANAGE, node.workspaceId());
        }
        if (subject == null) {
            throw ProblemException.validation("actor", "names no actor");
        }
        UUID presented = caller.token() == null ? null : caller.token().id();
        UUID with = token != null || !about ? token : presented;
        return explain(subject, asked, context, with == null ? null : limits.of(subject.id(), with));
    }

    private Explanation explain(Subject subject, Action action, NodeContext context, TokenView token) {
        NodeView node = context.node();
        UUID zone = zone(node.id());
        Verdict wish = verdict(subject, action, node, zone);
        Verdict reading = verdict(subject, Action.NODE_READ, node, zone);
        Verdict own = wish.allowed() && !reading.allowed()
                ? new Verdict(
                        false, action == Action.NODE_READ ? reading.because() : "not_readable", reading.reaching())
                : wish;
        Verdict shown = token == null || !own.allowed()
                ? own
                : limits.refusal(token, action, node, zone)
                        .map(because -> new Verdict(false, because, List.of()))
                        .orElse(own);
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
                subject.group(),
                shown.because(),
                deciding,
                path(context, deciding),
                overruled,
                token,
                sentence(subject, action, node, shown, deciding, token));
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

    private static String sentence(
            Subject subject, Action action, NodeView node, Verdict verdict, RuleView deciding, TokenView token) {
        String beginning = "%s %s %s %s, because "
                .formatted(subject.handle(), verdict.allowed() ? "may" : "may not", words(action), node.shortId());
        return beginning
                + switch (verdict.because()) {
                    case "inactive" -> "the account is switched off.";
                    case "administrator" -> "they administer the installation.";
                    case "no_membership" -> "they do not belong to the workspace and no rule lets them in.";
                    case "role" ->
                        "no rule reaches it, and the role %s%s %s it."
                                .formatted(
                                        LowerCaseEnumAdapter.write(subject.role()),
                                        subject.group() == null
                                                ? ""
                                                : ", which the group \"" + subject.group() + "\" gives,",
                                        verdict.allowed() ? "allows" : "does not allow");
                    case "not_readable" ->
                        "they may not read it" + (deciding == null ? "." : ": " + says(deciding) + ".");
                    case "token_ended" -> "the token \"%s\" has ended.".formatted(token.name());
                    case "token_action" ->
                        "the token \"%s\" is for other things only: %s.".formatted(token.name(), names(token));
                    case "token_place" ->
                        "the token \"%s\" reaches other places only: %s.".formatted(token.name(), places(token));
                    default -> says(deciding) + ".";
                };
    }

    private static String says(RuleView rule) {
        String whom = rule.role() != null
                ? "the role " + LowerCaseEnumAdapter.write(rule.role())
                : rule.groupId() != null ? "the group \"" + rule.groupName() + "\"" : "them";
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

    private static String names(TokenView token) {
        return token.actions().stream().map(LowerCaseEnumAdapter::write).collect(Collectors.joining(", "));
    }

    private static String places(TokenView token) {
        return token.places().isEmpty()
                ? "none that is left"
                : token.places().stream().map(ExplanationService::name).collect(Collectors.joining(", "));
    }

    private static String name(TokenPlaceView place) {
        if (place.nodeId() == null) {
            return "the workspace " + place.workspaceName();
        }
        return place.node() == null
                ? "a node that is not shown to you"
                : place.node().shortId() + " with all below";
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
                role == null ? null : Role.valueOf(role),
                row.get("group_name", String.class));
    }
}

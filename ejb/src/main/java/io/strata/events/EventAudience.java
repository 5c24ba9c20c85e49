package io.strata.events;

import io.strata.access.Action;
import java.util.List;
import java.util.Set;

/** Who may hear of an event: what permission it takes, by the family of its type. */
public final class EventAudience {

    /** Every permission that hearing of some event takes. */
    public static final List<Action> PERMISSIONS = List.of(
            Action.NODE_READ,
            Action.COMMENT_READ,
            Action.DOCUMENT_READ,
            Action.WORKSPACE_READ,
            Action.WORKSPACE_MANAGE,
            Action.POLICY_MANAGE,
            Action.WEBHOOK_MANAGE);

    private static final Set<String> ABOUT_NODES = Set.of("node", "link", "comment", "assignment", "artifact", "work");

    private EventAudience() {}

    /** The permission to hear of events of a type; what nobody has thought of is for those who manage the workspace. */
    static Action required(DomainEvent event) {
        return switch (family(event)) {
            case "node", "link", "assignment", "cycle", "work" -> Action.NODE_READ;
            case "comment", "reaction" -> Action.COMMENT_READ;
            case "document", "artifact", "folder" -> Action.DOCUMENT_READ;
            case "workspace", "member", "project" -> Action.WORKSPACE_READ;
            case "policy_rule" -> Action.POLICY_MANAGE;
            case "webhook" -> Action.WEBHOOK_MANAGE;
            default -> event.data().containsKey("node_id") ? Action.NODE_READ : Action.WORKSPACE_MANAGE;
        };
    }

    /** Whether an event is about a node, so that nobody hears of it once that is gone. */
    static boolean aboutNode(DomainEvent event) {
        return ABOUT_NODES.contains(family(event)) || event.data().get("node_id") != null;
    }

    private static String family(DomainEvent event) {
        return event.type().substring(0, Math.max(event.type().indexOf('.'), 0));
    }
}

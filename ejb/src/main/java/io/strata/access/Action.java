package io.strata.access;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/**
 * What can be allowed, with the least role that has it. Roles are ordered: whoever has one has all that the ones below
 * it have.
 */
@JsonbTypeAdapter(Action.Adapter.class)
public enum Action {
    SIGNED_IN(null),
    /**
     * One's own account: its password, second factor, sign-ins and tokens. For people who have signed in; with a token
     * nobody gets hold of the account behind it.
     */
    ACCOUNT_MANAGE(null),
    /** For every person, but not for agents and not with a token that has limits: whoever makes one owns it. */
    WORKSPACE_CREATE(null),
    WORKSPACE_READ(Role.VIEWER),
    WORKSPACE_MANAGE(Role.ADMIN),
    /** To read and make the rules of a workspace. */
    POLICY_MANAGE(Role.ADMIN),
    PROJECT_MANAGE(Role.ADMIN),
    NODE_READ(Role.VIEWER),
    NODE_WRITE(Role.AGENT),
    NODE_DELETE(Role.MEMBER),
    COMMENT_READ(Role.VIEWER),
    COMMENT_WRITE(Role.AGENT),
    /** To change and remove what others have written. */
    COMMENT_MODERATE(Role.ADMIN),
    DOCUMENT_READ(Role.VIEWER),
    DOCUMENT_WRITE(Role.MEMBER),
    TOPIC_MANAGE(Role.ADMIN),
    WEBHOOK_MANAGE(Role.ADMIN),
    AUDIT_READ(Role.ADMIN),
    /** For administrators of the installation only; no role in a workspace grants it. */
    SYSTEM_READ(null),
    /** For administrators of the installation only; no role in a workspace grants it. */
    SYSTEM_OPERATE(null);

    private final Role leastRole;

    Action(Role leastRole) {
        this.leastRole = leastRole;
    }

    /** Whether a role in a workspace allows this there. */
    public boolean allowedBy(Role role) {
        return leastRole != null && role.compareTo(leastRole) >= 0;
    }

    /** Whether this is done to nodes or what hangs on them, so that rules for a part of the tree can decide it. */
    public boolean onNodes() {
        return switch (this) {
            case NODE_READ,
                    NODE_WRITE,
                    NODE_DELETE,
                    COMMENT_READ,
                    COMMENT_WRITE,
                    COMMENT_MODERATE,
                    DOCUMENT_READ,
                    DOCUMENT_WRITE -> true;
            default -> false;
        };
    }

    /**
     * Whether rules can decide it. Who manages a workspace and its rules is decided by the role alone, so that nobody can
     * lock its owners out.
     */
    public boolean ruled() {
        return onNodes() || this == PROJECT_MANAGE || this == TOPIC_MANAGE || this == WEBHOOK_MANAGE;
    }

    /** Whether a role in a workspace can allow it. */
    public boolean inWorkspaces() {
        return leastRole != null;
    }

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<Action> {
        public Adapter() {
            super(Action.class);
        }
    }
}

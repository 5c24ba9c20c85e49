package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Role;
import io.strata.access.ZoneReach;
import java.io.Serializable;
import java.util.UUID;

/** A rule as a person fills it in. */
public class RuleDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private String actor;
    private UUID group;
    private Role role;
    private Action action = Action.NODE_READ;
    private Effect effect = Effect.DENY;
    private String node;
    private ZoneReach reach = ZoneReach.SUBTREE;
    private String reason;

    /** The rule that is asked for; an empty field means what is absent. */
    CreateRule request() {
        String where = trimmed(node);
        return new CreateRule(
                null, trimmed(actor), group, role, action, effect, where, where == null ? null : reach, reason);
    }

    private static String trimmed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public UUID getGroup() {
        return group;
    }

    public void setGroup(UUID group) {
        this.group = group;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public Action getAction() {
        return action;
    }

    public void setAction(Action action) {
        this.action = action;
    }

    public Effect getEffect() {
        return effect;
    }

    public void setEffect(Effect effect) {
        this.effect = effect;
    }

    public String getNode() {
        return node;
    }

    public void setNode(String node) {
        this.node = node;
    }

    public ZoneReach getReach() {
        return reach;
    }

    public void setReach(ZoneReach reach) {
        this.reach = reach;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}

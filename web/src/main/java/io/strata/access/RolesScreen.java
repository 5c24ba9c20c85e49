package io.strata.access;

import io.strata.screens.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What each role may do without any rule, as the server itself knows it. */
@Named
@RequestScoped
public class RolesScreen {

    private static final Set<Action> INSTALLATION = EnumSet.of(Action.SYSTEM_READ, Action.SYSTEM_OPERATE);

    @Inject
    Messages messages;

    /** The actions that roles are about, and those on the installation that no role allows. */
    public List<Action> getActions() {
        return Arrays.stream(Action.values())
                .filter(action -> action.inWorkspaces() || INSTALLATION.contains(action))
                .toList();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    /** What an action is. */
    public String actionWords(Action action) {
        return messages.get("action." + action.name().toLowerCase(Locale.ROOT));
    }

    /** What a role is called. */
    public String roleWords(Role role) {
        return messages.get("role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** Which rules can change that. */
    public String rules(Action action) {
        if (INSTALLATION.contains(action)) {
            return messages.get("roles.system");
        }
        if (action.onNodes()) {
            return messages.get("roles.onNodes");
        }
        return messages.get(action.ruled() ? "roles.inWorkspace" : "roles.fixed");
    }
}

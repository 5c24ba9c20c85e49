package io.strata.tokens;

import io.strata.access.Action;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Validation;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import java.util.List;
import java.util.Objects;

/** What tokens may be like. */
final class TokenRules {

    /** Of one actor, at the same time. */
    static final int MOST_TOKENS = 50;

    private static final int MAXIMUM_NAME = 100;
    private static final int MOST_PLACES = 20;
    private static final int MOST_CHANGES = 1_000_000;

    private TokenRules() {}

    static void check(NewToken wanted) {
        Validation validation = new Validation().text("name", wanted.name(), MAXIMUM_NAME);
        expiry(validation, wanted.expiresInDays());
        actions(validation, wanted.actions());
        places(validation, "nodes", wanted.nodes());
        places(validation, "workspaces", wanted.workspaces());
        Integer changes = wanted.dailyChanges();
        if (changes != null && (changes < 1 || changes > MOST_CHANGES)) {
            validation.problem("daily_changes", "must be 1 to " + MOST_CHANGES);
        }
        validation.done();
    }

    private static void expiry(Validation validation, Integer days) {
        long most = Settings.number(Setting.TOKEN_MAX_DAYS);
        validation.present("expires_in_days", days);
        if (days != null && (days < 1 || days > most)) {
            validation.problem("expires_in_days", "must be 1 to " + most);
        }
    }

    private static void actions(Validation validation, List<Action> actions) {
        if (actions == null) {
            return;
        }
        if (actions.isEmpty() || actions.stream().anyMatch(Objects::isNull)) {
            validation.problem("actions", "must name what the token may be used for, or be absent");
            return;
        }
        actions.stream()
                .filter(action -> !action.inWorkspaces())
                .forEach(action -> validation.problem(
                        "actions", LowerCaseEnumAdapter.write(action) + " cannot be given to a token with limits"));
        boolean speaksOfNodes =
                actions.stream().anyMatch(action -> action.onNodes() || action == Action.WEBHOOK_MANAGE);
        if (speaksOfNodes && !actions.contains(Action.NODE_READ)) {
            validation.problem("actions", "must contain node_read, without which nothing can be done with nodes");
        }
    }

    private static void places(Validation validation, String field, List<?> places) {
        if (places == null) {
            return;
        }
        if (places.size() > MOST_PLACES) {
            validation.problem(field, "must be at most " + MOST_PLACES);
        }
        if (places.stream().anyMatch(Objects::isNull)) {
            validation.problem(field, "must not be empty");
        }
    }
}

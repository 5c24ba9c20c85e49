package io.strata.access;

import io.strata.common.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a caller may see, and with which part of it they may do one thing more, as conditions that a question to the
 * graph carries.
 *
 * @param action the thing
 * @param seen what may be read; outside of it nothing exists
 * @param permitted a part of that
 */
public record Rights(Action action, Visibility seen, Visibility permitted) {

    /** The condition, in Cypher, that a node may be read; see {@link Visibility#of}. */
    public static String seen(String variable) {
        return Visibility.of(variable);
    }

    /** The condition, in Cypher, that the action is allowed with a node. */
    public static String permitted(String variable) {
        return Visibility.acting(variable);
    }

    /** The parameters of a question together with those that the two conditions need. */
    public Map<String, Object> with(Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        seen.addTo(all, Visibility.READING);
        permitted.addTo(all, Visibility.ACTING);
        return all;
    }

    /** What to throw when a node is seen but the action is not allowed with it. */
    public ProblemException refusal() {
        return Policy.forbidden(action);
    }

    /**
     * Ends early what cannot succeed in a workspace of which the caller sees something.
     *
     * @throws ProblemException forbidden, when the action is allowed with nothing there
     */
    public Rights requireAnyIn(UUID workspaceId) {
        if (!permitted.allows(workspaceId) && permitted.granted().isEmpty()) {
            throw refusal();
        }
        return this;
    }
}

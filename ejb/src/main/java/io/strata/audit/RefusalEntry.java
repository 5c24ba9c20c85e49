package io.strata.audit;

import io.strata.access.Caller;
import io.strata.access.Refusal;
import io.strata.common.LowerCaseEnumAdapter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal as the audit log has it.
 *
 * @param action {@code refused.} and the permission that was lacking
 * @param subject what the caller was after; its id is {@code null} when that is not known
 * @param state why, and what was called. None of its names is one of a node's properties, which the log keeps a digest of
 */
record RefusalEntry(Caller caller, String action, Subject subject, Map<String, Object> state) {

    static final String ACTION = "refused.";

    static RefusalEntry of(Refusal refusal, Subject found) {
        String permission = LowerCaseEnumAdapter.write(refusal.action());
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("answer", refusal.answer().code());
        state.put("operation", refusal.operation());
        state.put("permission", permission);
        state.put("reason", refusal.reason());
        if (found == null && !refusal.references().isEmpty()) {
            state.put("asked_for", List.copyOf(refusal.references()));
        }
        Subject subject = found != null ? found : new Subject(permission.replaceFirst("_.*", ""), null, null);
        return new RefusalEntry(refusal.caller(), ACTION + permission, subject, state);
    }

    /** All that an actor was refused beyond what is written one by one. */
    static RefusalEntry ofTheRest(Caller caller) {
        return new RefusalEntry(
                caller,
                ACTION + "more",
                new Subject("refusal", null, null),
                Map.of("reason", "Too many to be written."));
    }

    /** The same, for the times that came after the first. */
    RefusalEntry repeated(long times, Instant since) {
        Map<String, Object> counted = new LinkedHashMap<>(state);
        counted.put("repeated", times);
        counted.put("since", since.toString());
        return new RefusalEntry(caller, action, subject, counted);
    }
}

package io.strata.audit;

import io.strata.access.Referring;
import io.strata.common.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which entries somebody wants. All parts that are given must hold; {@code null} stands for any.
 *
 * @param workspaceId those of one workspace; {@code null} for the whole installation
 * @param actor the handle or the id of who did it
 * @param action the beginning of an action: {@code node.created}, or {@code node.} for all about nodes
 * @param subjectKind what it was done to: {@code node}
 * @param subjectId which one
 * @param from the earliest point in time
 * @param to the first point in time that is too late
 * @param text words that all occur in the entry, the last of them perhaps unfinished; an entry has its words once it is
 *     sealed, within two seconds
 */
public record AuditFilter(
        UUID workspaceId,
        String actor,
        String action,
        String subjectKind,
        UUID subjectId,
        Instant from,
        Instant to,
        String text)
        implements Referring {

    /**
     * Takes blank texts for absent ones.
     *
     * @throws ProblemException validation, when the time ends before it begins
     */
    public AuditFilter {
        actor = absentWhenBlank(actor);
        action = absentWhenBlank(action);
        subjectKind = absentWhenBlank(subjectKind);
        text = absentWhenBlank(text);
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.validation("to", "must not be before from");
        }
    }

    /** Every entry there is. */
    public static AuditFilter everything() {
        return new AuditFilter(null, null, null, null, null, null, null, null);
    }

    @Override
    public List<String> references() {
        return workspaceId == null ? List.of() : List.of(workspaceId.toString());
    }

    /** Whether it leaves nothing out. */
    public boolean isEverything() {
        return equals(everything());
    }

    private static String absentWhenBlank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

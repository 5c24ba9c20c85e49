package io.strata.graph;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Which nodes are wanted; what is {@code null} or empty does not matter. Within a list one must apply, between them all.
 *
 * @param categories what the status means
 * @param assignees ids of actors, {@value #ME} for the caller, {@value #NOBODY} for nodes that nobody is assigned
 * @param parentId what they hang under
 * @param belowId a node: itself and all that is below it
 * @param dueFrom the first day on which they are due
 * @param dueUntil the last
 * @param estimated whether they have an estimate; only issues have or lack one
 * @param createdUntil before that time, as {@code updatedUntil}
 * @param text a part of the title, of a label or of the short id
 */
public record NodeFilter(
        List<NodeKind> kinds,
        List<String> statuses,
        List<StatusCategory> categories,
        List<String> labels,
        List<String> assignees,
        List<Priority> priorities,
        List<UUID> cycleIds,
        UUID parentId,
        UUID belowId,
        LocalDate dueFrom,
        LocalDate dueUntil,
        Boolean estimated,
        Double estimateFrom,
        Double estimateUntil,
        Instant createdFrom,
        Instant createdUntil,
        Instant updatedFrom,
        Instant updatedUntil,
        String text) {

    /** The caller, among assignees. */
    public static final String ME = "me";

    /** Nobody, among assignees. */
    public static final String NOBODY = "none";

    private static final int MAXIMUM_VALUES = 100;
    private static final int MAXIMUM_TEXT = 200;

    public NodeFilter {
        kinds = list(kinds);
        statuses = list(statuses);
        categories = list(categories);
        labels = list(labels);
        assignees = list(assignees);
        priorities = list(priorities);
        cycleIds = list(cycleIds);
    }

    /** What hangs under a node. */
    static NodeFilter childrenOf(UUID parentId) {
        return new NodeFilter(
                null, null, null, null, null, null, null, parentId, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    /**
     * Requires that it can be asked for.
     *
     * @param prefix comes before the names of fields
     */
    public void check(String prefix) {
        Validation validation = new Validation();
        for (List<?> values : List.of(kinds, statuses, categories, labels, assignees, priorities, cycleIds)) {
            if (values.size() > MAXIMUM_VALUES || values.stream().anyMatch(Objects::isNull)) {
                validation.problem(prefix + "filter", "must have at most " + MAXIMUM_VALUES + " values for each");
            }
        }
        for (String assignee : assignees) {
            if (!ME.equals(assignee) && !NOBODY.equals(assignee) && !isIdentifier(assignee)) {
                validation.problem(prefix + "assignee_id", "must be ids of actors, me or none");
            }
        }
        validation.optionalText(prefix + "text", text, MAXIMUM_TEXT).done();
    }

    private static boolean isIdentifier(String text) {
        try {
            Validation.identifier(String.valueOf(text), "actor");
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static <T> List<T> list(List<T> values) {
        return values == null ? List.of() : values;
    }
}

package io.strata.graph;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.content.NodeContents;
import java.time.LocalDate;
import java.util.List;

/** What the properties of components and issues may be. */
public final class NodeRules {

    private static final int MAXIMUM_TITLE = 500;
    private static final int MAXIMUM_LABELS = 50;
    private static final double MAXIMUM_ESTIMATE = 1_000_000;

    /** Days are compared as text, so their years have four digits. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9999;

    private NodeRules() {}

    /** Requires that a node can be made; says nothing about where it hangs and which cycle it is in. */
    public static void check(CreateNode request, Workflow workflow) {
        Validation validation = new Validation()
                .present("kind", request.kind())
                .text("title", request.title(), MAXIMUM_TITLE)
                .optionalText("description", request.description(), NodeContents.MAXIMUM_DESCRIPTION);
        labels(validation, request.labels());
        status(validation, request.kind(), request.status(), workflow);
        work(validation, request.kind(), request.priority(), request.estimate(), request.dueDate(), request.cycleId());
        validation.done();
    }

    static void check(NodeChanges changes, NodeKind kind, Workflow workflow) {
        Validation validation = new Validation()
                .optionalText("title", changes.title(), MAXIMUM_TITLE)
                .optionalText("description", changes.description(), NodeContents.MAXIMUM_DESCRIPTION);
        if (changes.title() != null && changes.title().isBlank()) {
            validation.problem("title", "must not be empty");
        }
        labels(validation, changes.labels());
        status(validation, kind, changes.status(), workflow);
        work(validation, kind, changes.priority(), changes.estimate(), changes.dueDate(), changes.cycleId());
        if (changes.clear() != null
                && !changes.clear().stream().allMatch(name -> name != null && NodeChanges.CLEARABLE.contains(name))) {
            validation.problem("clear", "must be some of assignee_id, estimate, due_date and cycle_id");
        }
        validation.done();
    }

    /** Requires that an issue may go from one status to another. */
    static void checkTransition(Workflow workflow, String from, String to) {
        if (from == null || to == null || workflow.allows(from, to)) {
            return;
        }
        List<String> next = workflow.next(from);
        throw ProblemException.validation(
                "status",
                next.isEmpty()
                        ? "cannot change any more: " + from + " is final"
                        : "cannot go from " + from + " to " + to + "; allowed are " + String.join(", ", next));
    }

    private static void labels(Validation validation, List<String> labels) {
        if (labels == null) {
            return;
        }
        if (labels.size() > MAXIMUM_LABELS) {
            validation.problem("labels", "must be at most " + MAXIMUM_LABELS);
        }
        labels.forEach(label -> validation.text("labels", label, 100));
    }

    private static void status(Validation validation, NodeKind kind, String status, Workflow workflow) {
        if (status == null) {
            return;
        }
        if (kind == NodeKind.COMPONENT) {
            validation.problem("status", "components have none");
        } else if (workflow.categoryOf(status).isEmpty()) {
            validation.problem("status", "must be one of " + String.join(", ", workflow.names()));
        }
    }

    private static void work(
            Validation validation,
            NodeKind kind,
            Priority priority,
            Double estimate,
            LocalDate dueDate,
            Object cycleId) {
        if (kind == NodeKind.COMPONENT) {
            absent(validation, "priority", priority);
            absent(validation, "estimate", estimate);
            absent(validation, "due_date", dueDate);
            absent(validation, "cycle_id", cycleId);
            return;
        }
        if (estimate != null && !(estimate >= 0 && estimate <= MAXIMUM_ESTIMATE)) {
            validation.problem("estimate", "must be a number from 0 to 1000000");
        }
        if (dueDate != null && (dueDate.getYear() < FIRST_YEAR || dueDate.getYear() > LAST_YEAR)) {
            validation.problem("due_date", "must be a day of a year with four digits");
        }
    }

    private static void absent(Validation validation, String field, Object value) {
        if (value != null) {
            validation.problem(field, "components have none");
        }
    }
}

package io.strata.graph;

import static io.strata.graph.StatusCategory.CANCELLED;
import static io.strata.graph.StatusCategory.DOING;
import static io.strata.graph.StatusCategory.DONE;
import static io.strata.graph.StatusCategory.TODO;

import io.strata.common.RequiredFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What issues of a project can be, and which way they go.
 *
 * @param statuses in order; new issues begin with the first
 * @param transitions where a status leads; one that is not named here leads everywhere, one with an empty list nowhere
 */
@RequiredFields(allBut = {})
public record Workflow(List<WorkflowStatus> statuses, Map<String, List<String>> transitions) {

    /** What projects begin with. */
    static final Workflow DEFAULT = new Workflow(
            List.of(
                    new WorkflowStatus("backlog", TODO),
                    new WorkflowStatus("todo", TODO),
                    new WorkflowStatus("in_progress", DOING),
                    new WorkflowStatus("in_review", DOING),
                    new WorkflowStatus("done", DONE),
                    new WorkflowStatus("cancelled", CANCELLED)),
            Map.of());

    public Workflow {
        statuses = List.copyOf(statuses);
        // in the order given, so that the same workflow is always written alike
        transitions = transitions == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(transitions));
    }

    /** What new issues are. */
    public String initial() {
        return statuses.get(0).name();
    }

    /** The names of all statuses, in order. */
    public List<String> names() {
        return named(category -> true);
    }

    /** The names of the statuses of some categories, in order. */
    public List<String> named(Predicate<StatusCategory> wanted) {
        return statuses.stream()
                .filter(status -> wanted.test(status.category()))
                .map(WorkflowStatus::name)
                .toList();
    }

    /** What a status means; empty when there is none of that name. */
    public Optional<StatusCategory> categoryOf(String name) {
        return statuses.stream()
                .filter(status -> status.name().equals(name))
                .map(WorkflowStatus::category)
                .findFirst();
    }

    /** Where an issue may go from a status, itself not counted. */
    public List<String> next(String from) {
        return transitions.getOrDefault(from, names()).stream()
                .filter(name -> !name.equals(from))
                .toList();
    }

    /** Whether an issue may go from one status to another; staying is always allowed. */
    public boolean allows(String from, String to) {
        return to.equals(from) || next(from).contains(to);
    }
}

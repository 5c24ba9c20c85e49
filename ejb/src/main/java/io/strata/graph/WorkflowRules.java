package io.strata.graph;

import io.strata.common.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a workflow must be to be of use. */
final class WorkflowRules {

    private static final int MAXIMUM_STATUSES = 50;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private WorkflowRules() {}

    static void check(WorkflowChange change) {
        Validation validation = new Validation();
        statuses(validation, change.statuses());
        validation.done();
        Set<String> names = change.statuses().stream().map(WorkflowStatus::name).collect(Collectors.toSet());
        transitions(validation, change, names);
        change.replacements().forEach((from, to) -> {
            if (to == null || !names.contains(to)) {
                validation.problem("replacements", "what replaces " + from + " must be one of the statuses");
            }
        });
        validation.done();
    }

    private static void statuses(Validation validation, List<WorkflowStatus> statuses) {
        if (statuses.isEmpty() || statuses.size() > MAXIMUM_STATUSES) {
            validation.problem("statuses", "must be 1 to " + MAXIMUM_STATUSES);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (WorkflowStatus status : statuses) {
            if (status == null || status.name() == null || status.category() == null) {
                validation.problem("statuses", "each needs a name and a category");
            } else if (!NAME.matcher(status.name()).matches()) {
                validation.problem(
                        "statuses",
                        "a name has at most 40 small letters, digits and underscores and begins with a letter");
            } else if (!seen.add(status.name())) {
                validation.problem("statuses", "names " + status.name() + " twice");
            }
        }
        categories(validation, statuses);
    }

    private static void categories(Validation validation, List<WorkflowStatus> statuses) {
        WorkflowStatus first = statuses.get(0);
        if (first != null && first.category() != null && first.category().closed()) {
            validation.problem("statuses", "the first must be of the category todo or doing: new issues begin with it");
        }
        if (statuses.stream().noneMatch(status -> status != null && status.category() == StatusCategory.DONE)) {
            validation.problem("statuses", "at least one must be of the category done");
        }
    }

    private static void transitions(Validation validation, WorkflowChange change, Set<String> names) {
        change.transitions().forEach((from, targets) -> {
            if (!names.contains(from)) {
                validation.problem("transitions", from + " is not one of the statuses");
            }
            if (targets == null || !names.containsAll(targets)) {
                validation.problem("transitions", "from " + from + " must lead to some of the statuses");
            }
        });
    }
}

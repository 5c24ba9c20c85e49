package io.strata.approvals;

import io.strata.access.Action;
import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.common.ProblemException.FieldProblem;
import io.strata.graph.BulkItem;
import io.strata.graph.BulkOperation;
import io.strata.graph.BulkResult;
import io.strata.graph.BulkService;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes many nodes in one call. It may be made at once as long as it has at most {@value #MOST_AT_ONCE} items and
 * deletes nothing.
 */
abstract class BulkChange implements Operation {

    static final int MOST_AT_ONCE = 20;

    private static final int MOST_SHOWN = 1000;

    /** The arguments as they are stored. */
    public record Arguments(UUID project, List<BulkItem> items) {}

    /** What the call has answered. */
    public record Results(List<BulkResult> items) {}

    @Inject
    ProjectService projects;

    @Inject
    BulkService bulk;

    @Inject
    BulkEffects effects;

    /** Finds what would be refused, as far as the whole call would be. */
    abstract void rehearse(UUID project, List<BulkItem> items);

    abstract List<BulkResult> change(UUID project, List<BulkItem> items);

    @Override
    public Optional<Proposal> propose(Object[] arguments) {
        ProjectView project = projects.get((UUID) arguments[0]);
        @SuppressWarnings("unchecked")
        List<BulkItem> items = (List<BulkItem>) arguments[1];
        if (items == null || items.isEmpty() || items.size() > BulkService.MAXIMUM_ITEMS || isHarmless(items)) {
            return Optional.empty();
        }
        List<CallEffect> planned = new ArrayList<>();
        long total = 0;
        for (int index = 0; index < items.size(); index++) {
            BulkEffects.Planned plan = plan(project, items, index);
            planned.add(plan.effect());
            total += plan.things();
        }
        Performing.call(() -> {
            rehearse(project.id(), items);
            return null;
        });
        return Optional.of(new Proposal(
                project.workspaceId(),
                project.id(),
                planned.stream()
                        .map(CallEffect::nodeId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(project.rootId()),
                Action.NODE_WRITE,
                "Change %d nodes of %s in one call%s.".formatted(items.size(), project.key(), deletions(items)),
                Json.write(new Arguments(project.id(), items)),
                new CallPreview(total, planned.stream().limit(MOST_SHOWN).toList())));
    }

    @Override
    public Object[] read(String arguments) {
        Arguments stored = Json.read(arguments, Arguments.class);
        return new Object[] {stored.project(), stored.items()};
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object perform(Object[] arguments) {
        return new Results(change((UUID) arguments[0], (List<BulkItem>) arguments[1]));
    }

    private BulkEffects.Planned plan(ProjectView project, List<BulkItem> items, int index) {
        try {
            return effects.of(project, items.get(index));
        } catch (ProblemException problem) {
            String place = "items[" + index + "]";
            throw problem.details().isEmpty()
                    ? problem
                    : ProblemException.validation(problem.details().stream()
                            .map(detail -> new FieldProblem(place + "." + detail.field(), detail.message()))
                            .toList());
        }
    }

    private static boolean isHarmless(List<BulkItem> items) {
        return items.size() <= MOST_AT_ONCE && deleted(items) == 0;
    }

    private static String deletions(List<BulkItem> items) {
        long deleted = deleted(items);
        return deleted == 0 ? "" : ", and delete " + deleted + " of them with what is below";
    }

    private static long deleted(List<BulkItem> items) {
        return items.stream()
                .filter(item -> item != null && item.op() == BulkOperation.DELETE)
                .count();
    }
}

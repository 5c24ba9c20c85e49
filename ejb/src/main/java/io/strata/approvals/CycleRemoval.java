package io.strata.approvals;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.common.Json;
import io.strata.graph.CycleProgress;
import io.strata.graph.CycleService;
import io.strata.graph.CycleView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Removes a cycle; its issues are planned for none then. */
@ApplicationScoped
class CycleRemoval implements Operation {

    /** The arguments as they are stored. */
    public record Arguments(UUID cycle) {}

    @Inject
    Policy policy;

    @Inject
    CycleService cycles;

    @Override
    public String name() {
        return "cycle.delete";
    }

    @Override
    public Optional<Proposal> propose(Object[] arguments) {
        CycleProgress progress = cycles.get((UUID) arguments[0]);
        CycleView cycle = progress.cycle();
        policy.require(Action.NODE_WRITE, cycle.workspaceId(), "cycle");
        Map<String, Object> before = new TreeMap<>();
        before.put("name", cycle.name());
        before.put("issues", progress.issues());
        return Optional.of(new Proposal(
                cycle.workspaceId(),
                cycle.projectId(),
                null,
                Action.NODE_WRITE,
                "Remove the cycle “%s” with %d planned issues.".formatted(cycle.name(), progress.issues()),
                Json.write(new Arguments(cycle.id())),
                new CallPreview(1, List.of(new CallEffect("remove_cycle", null, before, null)))));
    }

    @Override
    public Object[] read(String arguments) {
        return new Object[] {Json.<Arguments>read(arguments, Arguments.class).cycle()};
    }

    @Override
    public Object perform(Object[] arguments) {
        cycles.delete((UUID) arguments[0]);
        return null;
    }
}

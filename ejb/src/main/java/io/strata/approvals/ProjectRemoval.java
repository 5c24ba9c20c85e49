package io.strata.approvals;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.common.Json;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Removes an empty project with its cycles, webhooks and trash. */
@ApplicationScoped
class ProjectRemoval implements Operation {

    /** The arguments as they are stored. */
    public record Arguments(UUID project) {}

    @Inject
    Policy policy;

    @Inject
    ProjectService projects;

    @Override
    public String name() {
        return "project.delete";
    }

    @Override
    public Optional<Proposal> propose(Object[] arguments) {
        ProjectView project = projects.get((UUID) arguments[0]);
        policy.require(Action.PROJECT_MANAGE, project.workspaceId(), "project");
        Map<String, Object> before = new TreeMap<>();
        before.put("key", project.key());
        before.put("name", project.name());
        return Optional.of(new Proposal(
                project.workspaceId(),
                project.id(),
                null,
                Action.PROJECT_MANAGE,
                "Remove the project %s “%s” for good.".formatted(project.key(), project.name()),
                Json.write(new Arguments(project.id())),
                new CallPreview(1, List.of(new CallEffect("remove_project", null, before, null)))));
    }

    @Override
    public Object[] read(String arguments) {
        return new Object[] {Json.<Arguments>read(arguments, Arguments.class).project()};
    }

    @Override
    public Object perform(Object[] arguments) {
        projects.delete((UUID) arguments[0]);
        return null;
    }
}

package io.strata.mcp;

import io.strata.access.Role;
import io.strata.common.Page;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import io.strata.workspaces.WorkspaceService;
import io.strata.workspaces.WorkspaceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where there is something: the workspaces and projects of the present caller. */
@ApplicationScoped
class Directory {

    /**
     * What the caller can see.
     *
     * @param truncated whether there is more than is listed
     */
    public record Listing(List<Place> workspaces, boolean truncated) {}

    /**
     * A workspace with its projects.
     *
     * @param role what the caller is there; {@code null} when they only see a part of it
     */
    public record Place(UUID id, String name, Role role, List<ProjectView> projects) {}

    @Inject
    WorkspaceService workspaces;

    @Inject
    ProjectService projects;

    Listing list() {
        Page<WorkspaceView> found = workspaces.list(null, Page.MAXIMUM_LIMIT);
        boolean truncated = found.nextCursor() != null;
        List<Place> places = new ArrayList<>();
        for (WorkspaceView workspace : found.items()) {
            Page<ProjectView> inside = projects.list(workspace.id(), null, Page.MAXIMUM_LIMIT);
            truncated |= inside.nextCursor() != null;
            places.add(new Place(workspace.id(), workspace.name(), workspace.role(), inside.items()));
        }
        return new Listing(places, truncated);
    }
}

package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What issues of a project can be, over HTTP. */
@Path("/projects/{project}/workflow")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
public class WorkflowResource {

    @Inject
    WorkflowService workflows;

    @GET
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "Read the workflow of a project")
    public Workflow get(@PathParam("project") String project) {
        return workflows.get(Validation.identifier(project, "project"));
    }

    @PUT
    @Requires(Action.PROJECT_MANAGE)
    @Operation(
            summary = "Change the workflow of a project",
            description =
                    "Statuses in their order, each of a category: todo, doing, done or cancelled. A status that is not"
                            + " named in transitions leads everywhere, one with an empty list nowhere. A status that goes"
                            + " while it is in use needs one in replacements; 409 when more than 5,000 issues would"
                            + " change.")
    public Workflow change(@PathParam("project") String project, WorkflowChange change) {
        return workflows.change(Validation.identifier(project, "project"), RequestBody.require(change));
    }
}

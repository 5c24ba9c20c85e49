package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.AwaitsApproval;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
public class ProjectResource {

    /**
     * A new project.
     *
     * @param key what its short ids begin with
     */
    @RequiredFields({"key", "name"})
    public record NewProject(String key, String name) {}

    /** What can be changed about a project. */
    public record ProjectChanges(String name) {}

    @Inject
    ProjectService projects;

    @POST
    @Path("workspaces/{workspace}/projects")
    @Requires(Action.PROJECT_MANAGE)
    @Operation(summary = "Create a project", description = "It begins with one component, its root.")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201", responseDescription = "The project exists")
    public Response create(@PathParam("workspace") String workspace, NewProject request) {
        NewProject project = RequestBody.require(request);
        ProjectView created =
                projects.create(Validation.identifier(workspace, "workspace"), project.key(), project.name());
        return Created.at("projects", created.id(), created);
    }

    @GET
    @Path("workspaces/{workspace}/projects")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "List the projects of a workspace")
    public Page<ProjectView> list(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return projects.list(Validation.identifier(workspace, "workspace"), cursor, limit);
    }

    @GET
    @Path("projects/{project}")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "Read a project")
    public ProjectView get(@PathParam("project") String id) {
        return projects.get(Validation.identifier(id, "project"));
    }

    @PATCH
    @Path("projects/{project}")
    @Requires(Action.PROJECT_MANAGE)
    @Operation(summary = "Rename a project")
    public ProjectView rename(@PathParam("project") String id, ProjectChanges changes) {
        return projects.rename(
                Validation.identifier(id, "project"),
                RequestBody.require(changes).name());
    }

    @DELETE
    @Path("projects/{project}")
    @Requires(Action.PROJECT_MANAGE)
    @AwaitsApproval
    @Operation(
            summary = "Remove a project",
            description =
                    "409 while there is anything in it but its root. What is in its trash, its cycles and its webhooks go"
                            + " with it, for good.")
    public void delete(@PathParam("project") String id) {
        projects.delete(Validation.identifier(id, "project"));
    }
}

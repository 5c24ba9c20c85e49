package io.strata.workspaces;

import io.strata.access.Action;
import io.strata.access.Requires;
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

/** Workspaces over HTTP. */
@Path("/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
public class WorkspaceResource {

    /** What a workspace is called. */
    @RequiredFields("name")
    public record Naming(String name) {}

    @Inject
    WorkspaceService workspaces;

    @POST
    @Requires(Action.WORKSPACE_CREATE)
    @Operation(summary = "Create a workspace", description = "The caller becomes its owner.")
    @APIResponseSchema(value = WorkspaceView.class, responseCode = "201", responseDescription = "The workspace exists")
    public Response create(Naming naming) {
        WorkspaceView created = workspaces.create(RequestBody.require(naming).name());
        return Created.at("workspaces", created.id(), created);
    }

    @GET
    @Requires(Action.WORKSPACE_READ)
    @Operation(
            summary = "List the workspaces that the caller can see",
            description = "With text, those called like it.")
    public Page<WorkspaceView> list(
            @QueryParam("text") String text, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return workspaces.list(text, cursor, limit);
    }

    @GET
    @Path("/{workspace}")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "Read a workspace")
    public WorkspaceView get(@PathParam("workspace") String id) {
        return workspaces.get(Validation.identifier(id, "workspace"));
    }

    @PATCH
    @Path("/{workspace}")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(summary = "Rename a workspace")
    public WorkspaceView rename(@PathParam("workspace") String id, Naming naming) {
        return workspaces.rename(
                Validation.identifier(id, "workspace"),
                RequestBody.require(naming).name());
    }

    @DELETE
    @Path("/{workspace}")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Remove a workspace",
            description = "For its owners. 409 while there are projects or documents in it.")
    public void delete(@PathParam("workspace") String id) {
        workspaces.delete(Validation.identifier(id, "workspace"));
    }
}

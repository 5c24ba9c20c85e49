package io.strata.workspaces;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.access.Role;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who belongs to a workspace, over HTTP. */
@Path("/workspaces/{workspace}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
public class MemberResource {

    /** What can be changed about a member. */
    @RequiredFields("role")
    public record MemberChange(Role role) {}

    @Inject
    MemberService members;

    @GET
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "List the members of a workspace")
    public Page<MemberView> list(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return members.list(workspaceId(workspace), cursor, limit);
    }

    @POST
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Add a member",
            description = "By handle or by id, with a role that is not above your own. 409 when they are one already.")
    @APIResponseSchema(value = MemberView.class, responseCode = "201", responseDescription = "They are a member")
    public Response add(@PathParam("workspace") String workspace, NewMember request) {
        UUID id = workspaceId(workspace);
        MemberView added = members.add(id, RequestBody.require(request));
        return Created.at("workspaces/" + id + "/members", added.actorId(), added);
    }

    @GET
    @Path("/{actor}")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "Read a member of a workspace")
    public MemberView get(@PathParam("workspace") String workspace, @PathParam("actor") String actor) {
        return members.get(workspaceId(workspace), Validation.identifier(actor, "member"));
    }

    @PATCH
    @Path("/{actor}")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(summary = "Give a member another role", description = "409 when the workspace would have no owner.")
    public MemberView change(
            @PathParam("workspace") String workspace, @PathParam("actor") String actor, MemberChange change) {
        return members.change(
                workspaceId(workspace),
                Validation.identifier(actor, "member"),
                RequestBody.require(change).role());
    }

    @DELETE
    @Path("/{actor}")
    @Requires(Action.WORKSPACE_READ)
    @Operation(
            summary = "Remove a member",
            description = "Everybody may leave by themselves. 409 when the workspace would have no owner.")
    public void remove(@PathParam("workspace") String workspace, @PathParam("actor") String actor) {
        members.remove(workspaceId(workspace), Validation.identifier(actor, "member"));
    }

    private static UUID workspaceId(String text) {
        return Validation.identifier(text, "workspace");
    }
}

package io.strata.groups;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.RequestBody;
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

/** Groups over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Groups")
public class GroupResource {

    @Inject
    GroupService groups;

    @POST
    @Path("workspaces/{workspace}/groups")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Make a group",
            description = "role: what its members are in the workspace at least; absent when the group gives no role."
                    + " 409 when there is one of this name.")
    @APIResponseSchema(value = GroupView.class, responseCode = "201", responseDescription = "The group exists")
    public Response create(@PathParam("workspace") String workspace, NewGroup group) {
        GroupView created = groups.create(Validation.identifier(workspace, "workspace"), RequestBody.require(group));
        return Created.at("groups", created.id(), created);
    }

    @GET
    @Path("workspaces/{workspace}/groups")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "List the groups of a workspace")
    public Page<GroupView> list(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return groups.list(Validation.identifier(workspace, "workspace"), cursor, limit);
    }

    @GET
    @Path("groups/{group}")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "Read a group")
    public GroupView get(@PathParam("group") String group) {
        return groups.get(id(group));
    }

    @PATCH
    @Path("groups/{group}")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Change a group",
            description = "What is absent stays; {\"clear\":[\"role\"]} when it shall give no role any more.")
    public GroupView change(@PathParam("group") String group, GroupChange change) {
        return groups.change(id(group), RequestBody.require(change));
    }

    @DELETE
    @Path("groups/{group}")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Remove a group",
            description = "The role that it has given is gone. 409 as long as there are rules for it.")
    public void delete(@PathParam("group") String group) {
        groups.delete(id(group));
    }

    @GET
    @Path("groups/{group}/members")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "List who is in a group")
    public Page<GroupMemberView> members(
            @PathParam("group") String group, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return groups.members(id(group), cursor, limit);
    }

    @POST
    @Path("groups/{group}/members")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Put somebody into a group",
            description = "A person or an agent, by handle or by id. 409 when they are in it already.")
    @APIResponseSchema(value = GroupMemberView.class, responseCode = "201", responseDescription = "They are in it")
    public Response add(@PathParam("group") String group, NewGroupMember member) {
        UUID id = id(group);
        GroupMemberView added = groups.add(id, RequestBody.require(member));
        return Created.at("groups/" + id + "/members", added.actorId(), added);
    }

    @DELETE
    @Path("groups/{group}/members/{actor}")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(summary = "Take somebody out of a group", description = "It counts from their next request.")
    public void remove(@PathParam("group") String group, @PathParam("actor") String actor) {
        groups.remove(id(group), Validation.identifier(actor, "member"));
    }

    private static UUID id(String group) {
        return Validation.identifier(group, "group");
    }
}

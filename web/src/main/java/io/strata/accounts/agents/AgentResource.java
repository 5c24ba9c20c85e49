package io.strata.accounts.agents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Agents over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
public class AgentResource {

    @Inject
    AgentService agents;

    @POST
    @Path("workspaces/{workspace}/agents")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Make an agent",
            description =
                    "An actor without a password, a member of the workspace with the role agent. It can do nothing"
                            + " before it has a token: POST /agents/{agent}/tokens. owner_handle: the person who answers for it;"
                            + " you when absent.")
    @APIResponseSchema(value = AgentView.class, responseCode = "201", responseDescription = "The agent exists")
    public Response create(@PathParam("workspace") String workspace, NewAgent agent) {
        AgentView created = agents.create(Validation.identifier(workspace, "workspace"), RequestBody.require(agent));
        return Created.at("agents", created.id(), created);
    }

    @GET
    @Path("workspaces/{workspace}/agents")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "List the agents of a workspace by handle")
    public Page<AgentView> list(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return agents.list(Validation.identifier(workspace, "workspace"), cursor, limit);
    }

    @GET
    @Path("agents")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "List the agents of the installation by handle")
    public Page<AgentView> all(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return agents.all(cursor, limit);
    }

    @GET
    @Path("agents/{agent}")
    @Requires(Action.WORKSPACE_READ)
    @Operation(summary = "Read an agent")
    public AgentView get(@PathParam("agent") String agent) {
        return agents.get(id(agent));
    }

    @PATCH
    @Path("agents/{agent}")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(summary = "Change an agent", description = "What is absent stays.")
    public AgentView change(@PathParam("agent") String agent, AgentChange change) {
        return agents.change(id(agent), RequestBody.require(change));
    }

    @POST
    @Path("agents/{agent}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(summary = "Refuse an agent's tokens from now on", description = "What it has made stays.")
    public AgentView deactivate(@PathParam("agent") String agent) {
        return agents.deactivate(id(agent));
    }

    @POST
    @Path("agents/{agent}/reactivate")
    @Consumes(MediaType.WILDCARD)
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Take an agent's tokens again",
            description = "Those that have neither expired nor been revoked meanwhile.")
    public AgentView reactivate(@PathParam("agent") String agent) {
        return agents.reactivate(id(agent));
    }

    private static UUID id(String agent) {
        return Validation.identifier(agent, "agent");
    }
}

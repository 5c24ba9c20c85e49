package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

/** Rules and their effects over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class RuleResource {

    @Inject
    RuleService rules;

    @Inject
    ExplanationService explanations;

    @POST
    @Path("workspaces/{workspace}/rules")
    @Requires(Action.POLICY_MANAGE)
    @Operation(
            summary = "Make a rule",
            description =
                    "Allows or denies an action to an actor, a group or a role: in the whole workspace, in the subtree of a"
                            + " node, or on the node alone. The nearest rule decides; one for the actor goes before one for a"
                            + " group, that before one for the role, and deny before allow. It counts from the next request.")
    @APIResponseSchema(value = RuleView.class, responseCode = "201", responseDescription = "The rule exists")
    public Response create(@PathParam("workspace") String workspace, CreateRule rule) {
        RuleView created = rules.create(Validation.identifier(workspace, "workspace"), RequestBody.require(rule));
        return Created.at("rules", created.id(), created);
    }

    @GET
    @Path("workspaces/{workspace}/rules")
    @Requires(Action.POLICY_MANAGE)
    @Operation(summary = "List the rules of a workspace")
    public Page<RuleView> list(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return rules.list(Validation.identifier(workspace, "workspace"), cursor, limit);
    }

    @GET
    @Path("rules/{rule}")
    @Requires(Action.POLICY_MANAGE)
    @Operation(summary = "Read a rule")
    public RuleView get(@PathParam("rule") String rule) {
        return rules.get(Validation.identifier(rule, "rule"));
    }

    @DELETE
    @Path("rules/{rule}")
    @Requires(Action.POLICY_MANAGE)
    @Operation(summary = "Remove a rule", description = "What it said no longer counts from the next request.")
    public void delete(@PathParam("rule") String rule) {
        rules.delete(Validation.identifier(rule, "rule"));
    }

    @GET
    @Path("nodes/{node}/access/explain")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Say why somebody may or may not do something with a node",
            description = "Names the rule that decided and the path on which it reaches the node. Anybody may ask about"
                    + " themselves; about others, whoever may make rules. actor is an id or a handle, token the id of a"
                    + " token of that actor, to learn what may be done with it.")
    public Explanation explain(
            @PathParam("node") String node,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("token") String token) {
        return explanations.explain(
                node,
                actor,
                LowerCaseEnumAdapter.read(Action.class, "action", action),
                token == null ? null : Validation.identifier(token, "token"));
    }
}

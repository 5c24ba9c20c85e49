package io.strata.tokens;

import io.strata.access.Action;
import io.strata.access.Requires;
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

/** API tokens over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
public class TokenResource {

    private static final String LIMITS =
            " The secret is shown in this answer only. actions: what the token may be used for, everything when absent;"
                    + " nodes: ids or short ids, it reaches these and all below; workspaces: it reaches these as a whole;"
                    + " daily_changes: how many changes may be made with it in a day (UTC). It never allows more than its"
                    + " actor may do.";

    @Inject
    TokenService tokens;

    @GET
    @Path("account/tokens")
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(summary = "List your tokens, newest first")
    public Page<TokenView> own(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return tokens.own(cursor, limit);
    }

    @POST
    @Path("account/tokens")
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(
            summary = "Make a token for a script of yours",
            description = "Only after signing in, not with a token." + LIMITS)
    @APIResponseSchema(value = IssuedToken.class, responseCode = "201", responseDescription = "The token, shown once")
    public Response issue(NewToken token) {
        return created(tokens.issue(RequestBody.require(token)));
    }

    @GET
    @Path("agents/{agent}/tokens")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(summary = "List the tokens of an agent, newest first")
    public Page<TokenView> ofAgent(
            @PathParam("agent") String agent, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return tokens.ofAgent(Validation.identifier(agent, "agent"), cursor, limit);
    }

    @POST
    @Path("agents/{agent}/tokens")
    @Requires(Action.WORKSPACE_MANAGE)
    @Operation(
            summary = "Make a token for an agent",
            description = "Only after signing in, not with a token. Without nodes and workspaces it reaches the agent's"
                    + " workspace; other workspaces only an administrator of the installation can name." + LIMITS)
    @APIResponseSchema(value = IssuedToken.class, responseCode = "201", responseDescription = "The token, shown once")
    public Response issueFor(@PathParam("agent") String agent, NewToken token) {
        return created(tokens.issueFor(Validation.identifier(agent, "agent"), RequestBody.require(token)));
    }

    @GET
    @Path("tokens")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "List everybody's tokens, newest first")
    public Page<TokenView> all(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return tokens.all(cursor, limit);
    }

    @DELETE
    @Path("tokens/{token}")
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(
            summary = "Revoke a token",
            description = "Its next request is refused. Your own, those of agents that you look after, and as an"
                    + " administrator of the installation everybody's. It stays in the lists. 409 when it has been revoked"
                    + " before.")
    public void revoke(@PathParam("token") String token) {
        tokens.revoke(Validation.identifier(token, "token"));
    }

    private static Response created(IssuedToken issued) {
        return Response.status(Response.Status.CREATED).entity(issued).build();
    }
}

package io.strata.limits;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.access.Role;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many requests callers may make, over HTTP. */
@Path("/rate-limits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rate limits")
public class RateLimitResource {

    /** How many requests there may be in a minute. */
    @RequiredFields("perMinute")
    public record RateLimitChange(Integer perMinute) {}

    @Inject
    RateLimitService limits;

    @GET
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "List the limits of actors and roles",
            description = "In the order they were made. Who is in none of them has the default.")
    public Page<RateLimitView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return limits.list(cursor, limit);
    }

    @GET
    @Path("defaults")
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "Read what holds where nothing else is said",
            description = "By the server's settings, in requests a minute; 0 means no limit.")
    public DefaultLimits defaults() {
        return limits.defaults();
    }

    @GET
    @Path("actors/{actor}")
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "Read how many requests an actor may make, and why",
            description =
                    "source says what decides: a limit of the actor's own, else the largest of their roles, else the"
                            + " default.")
    public EffectiveLimit ofActor(@PathParam("actor") String actor) {
        return limits.ofActor(actor(actor));
    }

    @PUT
    @Path("actors/{actor}")
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(summary = "Give an actor a limit of their own", description = "It holds from their next request.")
    public RateLimitView limitActor(@PathParam("actor") String actor, RateLimitChange change) {
        return limits.limitActor(actor(actor), RequestBody.require(change).perMinute());
    }

    @DELETE
    @Path("actors/{actor}")
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(summary = "Take the limit of an actor away")
    public void releaseActor(@PathParam("actor") String actor) {
        limits.releaseActor(actor(actor));
    }

    @GET
    @Path("roles/{role}")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "Read the limit of a role", description = "404 when the role has none.")
    public RateLimitView ofRole(@PathParam("role") String role) {
        return limits.ofRole(role(role));
    }

    @PUT
    @Path("roles/{role}")
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(
            summary = "Give all who have a role a limit",
            description = "Of an actor with several roles the largest limit counts. It holds from their next request.")
    public RateLimitView limitRole(@PathParam("role") String role, RateLimitChange change) {
        return limits.limitRole(role(role), RequestBody.require(change).perMinute());
    }

    @DELETE
    @Path("roles/{role}")
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(summary = "Take the limit of a role away")
    public void releaseRole(@PathParam("role") String role) {
        limits.releaseRole(role(role));
    }

    private static UUID actor(String text) {
        return Validation.identifier(text, "actor");
    }

    private static Role role(String text) {
        return LowerCaseEnumAdapter.read(Role.class, "role", text);
    }
}

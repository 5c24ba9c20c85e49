package io.strata.content;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Watching nodes over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Watchers")
public class WatcherResource {

    @Inject
    WatcherService watchers;

    @PUT
    @Path("nodes/{node}/watch")
    @Requires(Action.NODE_READ)
    @Operation(summary = "Watch a node", description = "Watching already changes nothing.")
    public void watch(@PathParam("node") String node) {
        watchers.watch(node, true);
    }

    @DELETE
    @Path("nodes/{node}/watch")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Stop watching a node",
            description = "Nothing but your own choice makes you watch it again, not even a mention.")
    public void unwatch(@PathParam("node") String node) {
        watchers.watch(node, false);
    }

    @GET
    @Path("nodes/{node}/watchers")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List who watches a node",
            description = "By handle, with what made them watch: choice, author, assignee, mention or comment.")
    public Page<WatcherView> list(
            @PathParam("node") String node, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return watchers.list(node, cursor, limit);
    }
}

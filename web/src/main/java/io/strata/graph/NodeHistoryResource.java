package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The past of nodes over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
public class NodeHistoryResource {

    @Inject
    NodeHistoryService history;

    @GET
    @Path("nodes/{node}/history")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List what has changed about a node",
            description =
                    "What was changed from what to what, when and by whom, the latest first; with field only changes"
                            + " of title, description, status, labels, assignee_id, priority, estimate, due_date, cycle_id or"
                            + " parent_id.")
    public Page<NodeChange> list(
            @PathParam("node") String node,
            @QueryParam("field") String field,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return history.of(node, field, cursor, limit);
    }
}

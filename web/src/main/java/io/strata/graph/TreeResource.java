package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.RequestBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tree of components and issues over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
public class TreeResource {

    /**
     * Where a node shall go.
     *
     * @param parentId another node of the same project
     */
    public record Move(UUID parentId) {}

    @Inject
    TreeService tree;

    @POST
    @Path("nodes/{node}/move")
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Move a node",
            description =
                    "Hangs it, with all that is below it, under another node of the same project. 409 when that one is"
                            + " below it; the message names the path.")
    public NodeView move(@PathParam("node") String node, Move request) {
        return tree.move(node, RequestBody.require(request).parentId());
    }
}

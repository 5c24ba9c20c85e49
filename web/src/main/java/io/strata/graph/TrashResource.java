package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.AwaitsApproval;
import io.strata.common.Page;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deleted components and issues over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trash")
public class TrashResource {

    @Inject
    TrashService trash;

    @DELETE
    @Path("nodes/{node}")
    @Requires(Action.NODE_DELETE)
    @AwaitsApproval
    @Operation(
            summary = "Delete a node",
            description = "Puts it, with all that is below it, into the trash. Names the first thousand nodes.")
    public Deletion delete(@PathParam("node") String node) {
        return trash.delete(node);
    }

    @POST
    @Path("nodes/{node}/restore")
    @Requires(Action.NODE_DELETE)
    @Operation(
            summary = "Restore a node",
            description =
                    "Brings back what its deletion took, where it was. 409 when its parent is in the trash itself.")
    public Restoration restore(@PathParam("node") String node) {
        return trash.restore(node);
    }

    @GET
    @Path("projects/{project}/trash")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List the trash of a project", description = "One entry for each deletion, the latest first.")
    public Page<TrashView> list(
            @PathParam("project") String project,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return trash.list(Validation.identifier(project, "project"), cursor, limit);
    }
}

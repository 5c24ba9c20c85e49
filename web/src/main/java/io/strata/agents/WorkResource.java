package io.strata.agents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import io.strata.graph.NodeView;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is to do and who does it, over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Work")
public class WorkResource {

    /**
     * What can be worked on.
     *
     * @param items the most urgent first
     */
    @RequiredFields(allBut = {})
    public record NextWork(List<NodeView> items) {}

    @Inject
    WorkService work;

    @GET
    @Path("projects/{project}/work")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List what to work on next in a project",
            description =
                    "Unblocked issues that the caller may change and nobody else works on: the most urgent first, then"
                            + " what is due first, then the oldest. limit is 1 to 200, 20 when absent.")
    public NextWork inProject(@PathParam("project") String project, @QueryParam("limit") Integer limit) {
        return new NextWork(work.nextIn(Validation.identifier(project, "project"), limit));
    }

    @GET
    @Path("nodes/{node}/work")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List what to work on next below a node",
            description = "As for a project, at and below the node only.")
    public NextWork belowNode(@PathParam("node") String node, @QueryParam("limit") Integer limit) {
        return new NextWork(work.nextBelow(node, limit));
    }

    @GET
    @Path("claims")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List one's own live claims", description = "In the order they were made.")
    public Page<ClaimView> own(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return work.own(cursor, limit);
    }

    @GET
    @Path("nodes/{node}/claims")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List the claims on an issue",
            description = "All there were, in the order they were made; live says which one counts now.")
    public Page<ClaimView> onNode(
            @PathParam("node") String node, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return work.on(node, cursor, limit);
    }

    @GET
    @Path("nodes/{node}/progress")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List what was reported about an issue", description = "In the order of reporting.")
    public Page<ProgressView> progress(
            @PathParam("node") String node, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return work.progress(node, cursor, limit);
    }
}

package io.strata.graph.questions;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.graph.NodeReference;
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

/** Questions to the graph over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
public class QuestionResource {

    /**
     * The nodes above a node.
     *
     * @param items from the root down to the parent
     */
    public record Ancestors(List<NodeReference> items) {}

    @Inject
    PlaceQuestions places;

    @Inject
    NearbyQuestions nearby;

    @Inject
    WorkQuestions work;

    @GET
    @Path("nodes/{node}/subtree")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Read what hangs below a node",
            description =
                    "Each node before what hangs below it, with its depth and parent; at most 1,000 at a time. With"
                            + " layers (1 tree, 2 work, 3 code, separated by commas) also their edges within the"
                            + " subtree, at most 10,000.")
    public SubtreeView subtree(
            @PathParam("node") String node,
            @QueryParam("depth") Integer depth,
            @QueryParam("layers") String layers,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return places.subtree(node, depth, layers, cursor, limit);
    }

    @GET
    @Path("nodes/{node}/ancestors")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Read what a node hangs under",
            description = "From the root down to the parent, the nearest 1,000.")
    public Ancestors ancestors(@PathParam("node") String node) {
        return new Ancestors(places.ancestors(node));
    }

    @GET
    @Path("nodes/{node}/neighbours")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Read what is near a node",
            description = "Over 1 to 5 hops in whichever direction, the nearest first; at most 1,000 nodes.")
    public NeighboursView neighbours(
            @PathParam("node") String node,
            @QueryParam("hops") Integer hops,
            @QueryParam("layers") String layers,
            @QueryParam("limit") Integer limit) {
        return nearby.neighbours(node, hops, layers, limit);
    }

    @GET
    @Path("nodes/{node}/unblocked")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List what can be worked on",
            description = "Open issues at and below a node that have nothing below them and that no open issue blocks.")
    public Page<NodeView> unblocked(
            @PathParam("node") String node, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return work.unblocked(node, cursor, limit);
    }

    @GET
    @Path("nodes/{node}/critical-path")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Find the critical path",
            description =
                    "The longest chain of open issues at and below a node in which each blocks the next, by estimates;"
                            + " an issue without one counts 1. Names at most 1,000 of them.")
    public CriticalPathView criticalPath(@PathParam("node") String node) {
        return work.criticalPath(node);
    }

    @GET
    @Path("nodes/{node}/impact")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Find what depends on a component",
            description =
                    "Whatever depends on it, imports it, calls it or shares a database with it, and so on up to a depth"
                            + " of 20; the nearest first, each with its open issues; at most 1,000 components.")
    public ImpactView impact(
            @PathParam("node") String node, @QueryParam("depth") Integer depth, @QueryParam("limit") Integer limit) {
        return nearby.impact(node, depth, limit);
    }

    @GET
    @Path("paths")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Find a shortest path between two nodes",
            description =
                    "In whichever direction edges point, only through what you can see; empty when there is none.")
    public PathView path(
            @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("layers") String layers) {
        return nearby.path(from, to, layers);
    }
}

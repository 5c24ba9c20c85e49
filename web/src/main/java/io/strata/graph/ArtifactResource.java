package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Links, embedded pages and documents on nodes, over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Artifacts")
public class ArtifactResource {

    @Inject
    ArtifactService artifacts;

    @POST
    @Path("nodes/{node}/artifacts")
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Hang a link or an embedded page on a node",
            description = "http and https only. A page of a host that may not be embedded is a link.")
    @APIResponseSchema(value = ArtifactView.class, responseCode = "201", responseDescription = "It hangs on the node")
    public Response create(@PathParam("node") String node, CreateArtifact request) {
        ArtifactView created = artifacts.create(node, RequestBody.require(request));
        return Created.at("artifacts", created.id(), created);
    }

    @GET
    @Path("nodes/{node}/artifacts")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List the links, pages and documents on a node")
    public Page<ArtifactView> list(
            @PathParam("node") String node, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return artifacts.list(node, cursor, limit);
    }

    @GET
    @Path("artifacts/{artifact}")
    @Requires(Action.NODE_READ)
    @Operation(summary = "Read a link, page or document on a node")
    public ArtifactView get(@PathParam("artifact") String artifact) {
        return artifacts.get(identifier(artifact));
    }

    @PATCH
    @Path("artifacts/{artifact}")
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Change a link or an embedded page",
            description = "What is absent stays as it is; 409 for documents.")
    public ArtifactView change(@PathParam("artifact") String artifact, ArtifactChanges changes) {
        return artifacts.change(identifier(artifact), RequestBody.require(changes));
    }

    @DELETE
    @Path("artifacts/{artifact}")
    @Requires(Action.NODE_WRITE)
    @Operation(summary = "Remove a link or an embedded page", description = "409 for documents.")
    public void delete(@PathParam("artifact") String artifact) {
        artifacts.delete(identifier(artifact));
    }

    private static UUID identifier(String artifact) {
        return Validation.identifier(artifact, "artifact");
    }
}

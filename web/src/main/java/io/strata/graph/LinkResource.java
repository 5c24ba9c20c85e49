package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.AwaitsApproval;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.RequestBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Links between nodes over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
public class LinkResource {

    @Inject
    LinkService links;

    @POST
    @Path("nodes/{node}/links")
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Link a node to another",
            description =
                    "blocks, relates_to and duplicates link issues; depends_on, imports, calls_api and shares_db link"
                            + " components. 409 when there is such a link, or when blocks would close a cycle.")
    @APIResponseSchema(value = LinkView.class, responseCode = "201", responseDescription = "The link exists")
    public Response create(@PathParam("node") String node, CreateLink request) {
        LinkView created = links.create(node, RequestBody.require(request));
        String address = "nodes/%s/links/%s/%s"
                .formatted(
                        node,
                        LowerCaseEnumAdapter.write(created.type()),
                        created.node().id());
        return Response.created(URI.create(address)).entity(created).build();
    }

    @GET
    @Path("nodes/{node}/links/{type}/{target}")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Read a link",
            description = "Seen from where it begins; relates_to and shares_db from either end.")
    public LinkView get(
            @PathParam("node") String node, @PathParam("type") String type, @PathParam("target") String target) {
        return links.get(node, LowerCaseEnumAdapter.read(LinkType.class, "type", type), target);
    }

    @DELETE
    @Path("nodes/{node}/links/{type}/{target}")
    @Requires(Action.NODE_WRITE)
    @AwaitsApproval
    @Operation(
            summary = "Remove a link",
            description = "Seen from where it begins; relates_to and shares_db from either end.")
    public void delete(
            @PathParam("node") String node, @PathParam("type") String type, @PathParam("target") String target) {
        links.delete(node, LowerCaseEnumAdapter.read(LinkType.class, "type", type), target);
    }
}

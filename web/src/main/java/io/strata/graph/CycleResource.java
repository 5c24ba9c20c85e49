package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.AwaitsApproval;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cycles over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class CycleResource {

    @Inject
    CycleService cycles;

    @POST
    @Path("projects/{project}/cycles")
    @Requires(Action.NODE_WRITE)
    @Operation(summary = "Make a cycle", description = "With its first and its last day; cycles may overlap.")
    @APIResponseSchema(value = CycleView.class, responseCode = "201", responseDescription = "The cycle exists")
    public Response create(@PathParam("project") String project, CycleRequest request) {
        CycleView created = cycles.create(Validation.identifier(project, "project"), RequestBody.require(request));
        return Created.at("cycles", created.id(), created);
    }

    @GET
    @Path("projects/{project}/cycles")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List the cycles of a project")
    public Page<CycleView> list(
            @PathParam("project") String project,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return cycles.list(Validation.identifier(project, "project"), cursor, limit);
    }

    @GET
    @Path("cycles/{cycle}")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Read a cycle",
            description =
                    "With the number of its issues and the sum of their estimates by category. The issues themselves are"
                            + " listed by the filter cycle_id of a project's nodes; they are planned by changing them.")
    public CycleProgress get(@PathParam("cycle") String id) {
        return cycles.get(Validation.identifier(id, "cycle"));
    }

    @PATCH
    @Path("cycles/{cycle}")
    @Requires(Action.NODE_WRITE)
    @Operation(summary = "Change a cycle", description = "What is absent stays as it is.")
    public CycleView change(@PathParam("cycle") String id, CycleRequest change) {
        return cycles.change(Validation.identifier(id, "cycle"), RequestBody.require(change));
    }

    @DELETE
    @Path("cycles/{cycle}")
    @Requires(Action.NODE_WRITE)
    @AwaitsApproval
    @Operation(summary = "Remove a cycle", description = "Its issues stay and are planned for none.")
    public void delete(@PathParam("cycle") String id) {
        cycles.delete(Validation.identifier(id, "cycle"));
    }
}

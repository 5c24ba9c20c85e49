package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.AwaitsApproval;
import io.strata.common.ProblemException;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many changes of nodes in one request, over HTTP. */
@Path("/projects/{project}/nodes/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
public class BulkResource {

    /** What to do. */
    @RequiredFields("items")
    public record BulkRequest(List<BulkItem> items) {}

    /** What became of it, an entry for each item. */
    @RequiredFields(allBut = {})
    public record BulkAnswer(List<BulkResult> items) {}

    @Inject
    BulkService bulk;

    @POST
    @Requires(Action.NODE_WRITE)
    @AwaitsApproval
    @Operation(
            summary = "Change many nodes",
            description =
                    "Up to 500 items, each with op: create, patch, move or delete. All are done or none; 422 then names"
                            + " the problem of each. With mode=each every item is done for itself, and the answer says"
                            + " what became of it.")
    public BulkAnswer change(
            @PathParam("project") String project, @QueryParam("mode") String mode, BulkRequest request) {
        UUID projectId = Validation.identifier(project, "project");
        List<BulkItem> items = RequestBody.require(request).items();
        if (mode == null || mode.equals("all")) {
            return new BulkAnswer(bulk.all(projectId, items));
        }
        if (mode.equals("each")) {
            return new BulkAnswer(bulk.each(projectId, items));
        }
        throw ProblemException.validation("mode", "must be all or each");
    }
}

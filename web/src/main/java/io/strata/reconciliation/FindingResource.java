package io.strata.reconciliation;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings over HTTP. */
@Path("/reconciliation/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation")
public class FindingResource {

    @Inject
    FindingService findings;

    @GET
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "List where the stores disagree, newest first",
            description = "status is open or resolved, kind for example node_without_content.")
    public Page<FindingView> list(
            @QueryParam("status") String status,
            @QueryParam("kind") String kind,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return findings.list(status, kind, cursor, limit);
    }
}

package io.strata.audit;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log over HTTP. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

    @Inject
    AuditLog audit;

    @GET
    @Requires(Action.AUDIT_READ)
    @Operation(
            summary = "Read the audit log, newest first",
            description = "Of one workspace; of everything, for administrators, when none is named.")
    public Page<AuditView> list(
            @QueryParam("workspace_id") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return workspace == null
                ? audit.all(cursor, limit)
                : audit.ofWorkspace(Validation.identifier(workspace, "workspace"), cursor, limit);
    }
}

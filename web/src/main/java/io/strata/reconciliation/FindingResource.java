package io.strata.reconciliation;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import io.strata.requests.OwnTransactions;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings and their repair over HTTP. */
@Path("/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation")
public class FindingResource {

    @Inject
    FindingService findings;

    @Inject
    RepairService repairs;

    @GET
    @Path("kinds")
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "List the ways in which stores can disagree",
            description = "Each with the store that decides, the reason, the repairs, and how many findings are open.")
    public Page<KindView> kinds() {
        return new Page<>(findings.kinds(), null);
    }

    @GET
    @Path("findings")
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "List where the stores disagree, newest first",
            description = "status is open, ignored, resolved or repaired; kind for example node_without_content; text a"
                    + " part of the subject.")
    public Page<FindingView> list(
            @QueryParam("status") String status,
            @QueryParam("kind") String kind,
            @QueryParam("text") String text,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return findings.list(new FindingFilter(kind, status, text), cursor, limit);
    }

    @GET
    @Path("findings/{finding}")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "Read a finding with both sides")
    public FindingView get(@PathParam("finding") String finding) {
        return findings.get(identifier(finding));
    }

    @GET
    @Path("findings/{finding}/history")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "List what has happened to a finding, newest first")
    public Page<FindingHistoryView> history(@PathParam("finding") String finding) {
        return new Page<>(findings.history(identifier(finding)), null);
    }

    @POST
    @Path("findings/{finding}/preview")
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "Say what a repair would change",
            description = "Reads both sides anew and changes nothing. `obstacle` says why the repair is not possible.")
    public Preview preview(@PathParam("finding") String finding, RepairRequest request) {
        return repairs.preview(identifier(finding), RequestBody.require(request).action());
    }

    @POST
    @Path("findings/{finding}/repair")
    @Requires(Action.SYSTEM_OPERATE)
    @OwnTransactions("each repair is a transaction of its own, and state says what it depends on")
    @Operation(
            summary = "Repair a finding",
            description =
                    "In one transaction over the stores it touches, after reading both sides again. Answers 409 when"
                            + " they are not what `state` (of a preview, or of the finding) stands for.")
    public FindingView repair(@PathParam("finding") String finding, RepairRequest request) {
        return repairs.repair(identifier(finding), RequestBody.require(request));
    }

    @POST
    @Path("findings/preview")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "Say what a repair of several findings would change", description = "At most 200 of them.")
    public Page<Preview> previewAll(BulkRepair request) {
        return new Page<>(repairs.preview(RequestBody.require(request)), null);
    }

    @POST
    @Path("findings/repair")
    @Requires(Action.SYSTEM_OPERATE)
    @OwnTransactions("each repair is a transaction of its own, and state says what it depends on")
    @Operation(
            summary = "Repair several findings",
            description = "At most 200, each in a transaction of its own; the answer says what became of each.")
    public Page<RepairOutcome> repairAll(BulkRepair request) {
        return new Page<>(repairs.repair(RequestBody.require(request)), null);
    }

    private static UUID identifier(String finding) {
        return Validation.identifier(finding, "finding");
    }
}

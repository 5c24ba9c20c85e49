package io.strata.approvals;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
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

/** Requests for approval over HTTP. */
@Path("/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
public class ApprovalResource {

    /** Why a request is rejected. */
    @RequiredFields("reason")
    public record Rejection(String reason) {}

    @Inject
    ApprovalService approvals;

    @GET
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List requests for approval",
            description =
                    "Those that the caller has made or could decide about, the latest first. status is pending, lapsed,"
                            + " rejected, approved, performed or failed.")
    public Page<ApprovalView> list(
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return approvals.list(LowerCaseEnumAdapter.read(ApprovalStatus.class, "status", status), cursor, limit);
    }

    @GET
    @Path("/{request}")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Read a request for approval",
            description = "With what the call would do, and what became of it.")
    public ApprovalView get(@PathParam("request") String request) {
        return approvals.get(identifier(request));
    }

    @POST
    @Path("/{request}/approve")
    @Requires(Action.NODE_WRITE)
    @OwnTransactions("the decision stays although the call goes wrong")
    @Operation(
            summary = "Approve a request",
            description =
                    "For people who could make the call themselves. The server makes it on behalf of the agent and"
                            + " answers with what came of it. 409 when the request is decided or has lapsed, or the call"
                            + " would not do any more what the request says; it then says what it would do by now.")
    public ApprovalView approve(@PathParam("request") String request) {
        return approvals.approve(identifier(request));
    }

    @POST
    @Path("/{request}/reject")
    @Requires(Action.NODE_WRITE)
    @OwnTransactions("a decision is made at once")
    @Operation(summary = "Reject a request", description = "For people who could make the call themselves.")
    public ApprovalView reject(@PathParam("request") String request, Rejection rejection) {
        return approvals.reject(
                identifier(request), RequestBody.require(rejection).reason());
    }

    private static UUID identifier(String request) {
        return Validation.identifier(request, "request");
    }
}

package io.strata.agents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims on issues over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Work")
public class ClaimResource {

    /**
     * How long an issue shall be kept for the caller.
     *
     * @param leaseSeconds 60 to 86,400; half an hour when absent
     */
    public record LeaseRequest(Long leaseSeconds) {}

    /**
     * How far the caller is.
     *
     * @param percent 0 to 100
     */
    @RequiredFields(allBut = {})
    public record ProgressRequest(Integer percent, String message) {}

    /** Why an issue is given back. */
    @RequiredFields("reason")
    public record HandBackRequest(String reason) {}

    /**
     * What has come of the work.
     *
     * @param result markdown
     */
    @RequiredFields("result")
    public record CompletionRequest(String result) {}

    @Inject
    ClaimService claims;

    @POST
    @Path("nodes/{node}/claims")
    @Requires(Action.NODE_WRITE)
    @APIResponseSchema(value = ClaimView.class, responseCode = "201", responseDescription = "The issue is the caller's")
    @Operation(
            summary = "Claim an issue",
            description =
                    "Assigns it to the caller and moves it to the first status of the category doing that its workflow"
                            + " allows. Of several callers at once one gets it; the others get 409. The claim ends by"
                            + " itself after lease_seconds (60 to 86400, 1800 when absent).")
    public Response claim(@PathParam("node") String node, LeaseRequest request) {
        ClaimView claim = claims.claim(node, RequestBody.require(request).leaseSeconds());
        return Response.status(Response.Status.CREATED).entity(claim).build();
    }

    @POST
    @Path("claims/{claim}/renew")
    @Requires(Action.NODE_WRITE)
    @Operation(summary = "Renew the lease of a claim", description = "409 when it is over already.")
    public ClaimView renew(@PathParam("claim") String claim, LeaseRequest request) {
        return claims.renew(identifier(claim), RequestBody.require(request).leaseSeconds());
    }

    @POST
    @Path("claims/{claim}/progress")
    @Requires(Action.NODE_WRITE)
    @APIResponseSchema(value = ProgressView.class, responseCode = "201", responseDescription = "It is noted")
    @Operation(summary = "Report progress", description = "409 when the claim is over.")
    public Response report(@PathParam("claim") String claim, ProgressRequest request) {
        ProgressRequest report = RequestBody.require(request);
        ProgressView noted = claims.report(identifier(claim), report.percent(), report.message());
        return Response.status(Response.Status.CREATED).entity(noted).build();
    }

    @POST
    @Path("claims/{claim}/hand-back")
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Hand an issue back",
            description =
                    "It is assigned to nobody and, where the workflow allows, has the status it had before. 409 when the"
                            + " claim is over.")
    public ClaimView handBack(@PathParam("claim") String claim, HandBackRequest request) {
        return claims.handBack(identifier(claim), RequestBody.require(request).reason());
    }

    @POST
    @Path("claims/{claim}/complete")
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Complete an issue",
            description =
                    "It goes to the first status of the category done that its workflow allows, and the result becomes a"
                            + " comment. 409 when the claim is over, or the workflow leads to no such status.")
    public ClaimView complete(@PathParam("claim") String claim, CompletionRequest request) {
        return claims.complete(identifier(claim), RequestBody.require(request).result());
    }

    private static UUID identifier(String claim) {
        return Validation.identifier(claim, "claim");
    }
}

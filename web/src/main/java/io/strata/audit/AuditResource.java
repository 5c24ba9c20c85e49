package io.strata.audit;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.jobs.JobExecutionView;
import io.strata.jobs.JobService;
import io.strata.requests.OwnTransactions;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log and its chain over HTTP. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

    @Inject
    AuditLog audit;

    @Inject
    AuditChain chain;

    @Inject
    JobService jobs;

    @GET
    @Requires(Action.AUDIT_READ)
    @Operation(
            summary = "Read the audit log, newest first",
            description = "Of one workspace; of everything, for administrators, when none is named. An entry gets its"
                    + " `position` and `hash` in the chain within two seconds.")
    public Page<AuditView> list(
            @BeanParam AuditParameters parameters,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return audit.list(parameters.filter(), cursor, limit);
    }

    @GET
    @Path("chain")
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "Say how far the chain goes and what its last verification has found",
            description = "`verified` is absent before the first one. `broken` names the first link that is not right.")
    public ChainState chain() {
        return chain.state();
    }

    @POST
    @Path("chain/verification")
    @Requires(Action.SYSTEM_OPERATE)
    @OwnTransactions("jobs begin their own transactions")
    @Operation(
            summary = "Verify the whole chain",
            description = "As a job: the answer is its execution, whose steps tell the progress. Answers 409 while one"
                    + " runs.")
    @APIResponseSchema(
            value = JobExecutionView.class,
            responseCode = "202",
            responseDescription = "The verification has begun")
    public Response verify() {
        JobExecutionView execution = jobs.start(ChainVerification.JOB);
        return Response.accepted(execution)
                .location(URI.create("jobs/executions/" + execution.id()))
                .build();
    }
}

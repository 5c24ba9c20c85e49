package io.strata.jobs;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.requests.OwnTransactions;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs over HTTP. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobResource {

    @Inject
    JobService jobs;

    @GET
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "List the names of the jobs")
    public Page<String> names() {
        List<String> names = jobs.names();
        return new Page<>(names, null);
    }

    @GET
    @Path("executions")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "List the executions of all jobs, newest first")
    public Page<JobExecutionView> executions(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return jobs.executions(cursor, limit);
    }

    @GET
    @Path("executions/{execution}")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "Read an execution with its steps")
    public JobExecutionView execution(@PathParam("execution") String id) {
        return jobs.execution(identifier(id));
    }

    @POST
    @Path("{name}/executions")
    @Requires(Action.SYSTEM_OPERATE)
    @OwnTransactions("jobs begin their own transactions")
    @Operation(summary = "Start a job", description = "Answers 409 while an execution of it runs.")
    @APIResponseSchema(
            value = JobExecutionView.class,
            responseCode = "202",
            responseDescription = "The execution has begun")
    public Response start(@PathParam("name") String name) {
        return accepted(jobs.start(name));
    }

    @POST
    @Path("executions/{execution}/stop")
    @Requires(Action.SYSTEM_OPERATE)
    @OwnTransactions("jobs begin their own transactions")
    @Operation(summary = "Stop an execution at its next checkpoint")
    @APIResponseSchema(
            value = JobExecutionView.class,
            responseCode = "202",
            responseDescription = "The execution has been asked to stop")
    public Response stop(@PathParam("execution") String id) {
        return accepted(jobs.stop(identifier(id)));
    }

    @POST
    @Path("executions/{execution}/restart")
    @Requires(Action.SYSTEM_OPERATE)
    @OwnTransactions("jobs begin their own transactions")
    @Operation(summary = "Continue an execution that was stopped or failed, from its last checkpoint")
    @APIResponseSchema(
            value = JobExecutionView.class,
            responseCode = "202",
            responseDescription = "The execution goes on as another one")
    public Response restart(@PathParam("execution") String id) {
        return accepted(jobs.restart(identifier(id)));
    }

    @POST
    @Path("executions/{execution}/abandon")
    @Requires(Action.SYSTEM_OPERATE)
    @OwnTransactions("jobs begin their own transactions")
    @Operation(
            summary = "Give up an execution that was stopped or failed",
            description = "It can no longer be continued; its checkpoints are forgotten.")
    public JobExecutionView abandon(@PathParam("execution") String id) {
        return jobs.abandon(identifier(id));
    }

    private static Response accepted(JobExecutionView execution) {
        return Response.accepted(execution)
                .location(URI.create("jobs/executions/" + execution.id()))
                .build();
    }

    private static long identifier(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ProblemException.notFound("job execution");
        }
    }
}

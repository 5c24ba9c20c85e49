package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Topics over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Topics")
public class TopicResource {

    @Inject
    TopicService topics;

    @GET
    @Path("workspaces/{workspace}/topics")
    @Requires(Action.DOCUMENT_READ)
    @Operation(summary = "List the topics of a workspace")
    public Page<TopicView> list(@PathParam("workspace") String workspace) {
        return topics.list(Validation.identifier(workspace, "workspace"));
    }

    @POST
    @Path("workspaces/{workspace}/topics")
    @Requires(Action.TOPIC_MANAGE)
    @Operation(
            summary = "Create a topic",
            description = "The classifier goes by its name and description; it needs no examples.")
    @APIResponseSchema(value = TopicView.class, responseCode = "201", responseDescription = "The topic exists")
    public Response create(@PathParam("workspace") String workspace, TopicRequest request) {
        TopicView created = topics.create(Validation.identifier(workspace, "workspace"), RequestBody.require(request));
        return Created.at("topics", created.id(), created);
    }

    @GET
    @Path("topics/{topic}")
    @Requires(Action.DOCUMENT_READ)
    @Operation(summary = "Read a topic")
    public TopicView get(@PathParam("topic") String topic) {
        return topics.get(Validation.identifier(topic, "topic"));
    }

    @PATCH
    @Path("topics/{topic}")
    @Requires(Action.TOPIC_MANAGE)
    @Operation(summary = "Change a topic", description = "What is absent stays as it is.")
    public TopicView change(@PathParam("topic") String topic, TopicRequest changes) {
        return topics.change(Validation.identifier(topic, "topic"), RequestBody.require(changes));
    }

    @DELETE
    @Path("topics/{topic}")
    @Requires(Action.TOPIC_MANAGE)
    @Operation(summary = "Remove a topic", description = "Documents lose it.")
    public void delete(@PathParam("topic") String topic) {
        topics.delete(Validation.identifier(topic, "topic"));
    }
}

package io.strata.webhooks;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {

    @Inject
    WebhookService webhooks;

    @POST
    @Path("projects/{project}/webhooks")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(
            summary = "Create a webhook",
            description = "The answer shows the secret, and no other answer ever does. Messages are signed as Standard"
                    + " Webhooks says. Filters: *, node.*, node.created; a subtree; labels.")
    @APIResponseSchema(value = WebhookView.class, responseCode = "201", responseDescription = "The webhook exists")
    public Response create(@PathParam("project") String project, WebhookChange webhook) {
        WebhookView created = webhooks.create(Validation.identifier(project, "project"), RequestBody.require(webhook));
        return Created.at("webhooks", created.id(), created);
    }

    @GET
    @Path("projects/{project}/webhooks")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(summary = "List the webhooks of a project")
    public Page<WebhookView> list(
            @PathParam("project") String project,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return webhooks.ofProject(Validation.identifier(project, "project"), cursor, limit);
    }

    @GET
    @Path("webhooks/{webhook}")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(summary = "Read a webhook")
    public WebhookView get(@PathParam("webhook") String id) {
        return webhooks.get(webhook(id));
    }

    @PATCH
    @Path("webhooks/{webhook}")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(summary = "Change a webhook", description = "Switching it on again forgets earlier failures.")
    public WebhookView change(@PathParam("webhook") String id, WebhookChange change) {
        return webhooks.change(webhook(id), RequestBody.require(change));
    }

    @POST
    @Path("webhooks/{webhook}/rotate-secret")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(
            summary = "Give a webhook another secret",
            description =
                    "The answer shows it, and no other answer ever does. Until previous_secret_until every message"
                            + " is signed with both.")
    public WebhookView rotateSecret(@PathParam("webhook") String id, SecretRotation rotation) {
        return webhooks.rotateSecret(webhook(id), rotation == null ? new SecretRotation(null) : rotation);
    }

    @DELETE
    @Path("webhooks/{webhook}")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(summary = "Delete a webhook and the record of its deliveries")
    public void delete(@PathParam("webhook") String id) {
        webhooks.delete(webhook(id));
    }

    private static UUID webhook(String id) {
        return Validation.identifier(id, "webhook");
    }
}

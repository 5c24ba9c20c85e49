package io.strata.webhooks;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deliveries of webhooks over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class DeliveryResource {

    @Inject
    DeliveryService deliveries;

    @GET
    @Path("webhooks/{webhook}/deliveries")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(summary = "List the deliveries of a webhook, newest first")
    public Page<DeliveryView> list(
            @PathParam("webhook") String webhook,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return deliveries.ofWebhook(Validation.identifier(webhook, "webhook"), cursor, limit);
    }

    @POST
    @Path("webhooks/{webhook}/test")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(summary = "Send a test event to a webhook", description = "Answers with the delivery on its way.")
    @APIResponseSchema(
            value = DeliveryView.class,
            responseCode = "202",
            responseDescription = "The test event is on its way")
    public Response test(@PathParam("webhook") String webhook) {
        return Response.accepted(deliveries.test(Validation.identifier(webhook, "webhook")))
                .build();
    }

    @POST
    @Path("webhook-deliveries/{delivery}/redeliver")
    @Requires(Action.WEBHOOK_MANAGE)
    @Operation(summary = "Send a delivery again", description = "With the same id and body.")
    @APIResponseSchema(
            value = DeliveryView.class,
            responseCode = "202",
            responseDescription = "The delivery is on its way")
    public Response redeliver(@PathParam("delivery") String delivery) {
        return Response.accepted(deliveries.redeliver(Validation.identifier(delivery, "delivery")))
                .build();
    }
}

package io.strata.storage;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much people keep and may keep, over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Quotas")
public class QuotaResource {

    /**
     * How much somebody may keep.
     *
     * @param quotaBytes {@code null} for what the setting says
     */
    public record Quota(Long quotaBytes) {}

    @Inject
    QuotaService quotas;

    @GET
    @Path("account/storage")
    @Requires(Action.SIGNED_IN)
    @Operation(
            summary = "Read how much you keep and may keep",
            description = "Documents with earlier versions and with what is in the trash.")
    public StorageUse mine() {
        return quotas.mine();
    }

    @GET
    @Path("actors/{actor}/storage")
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "Read how much somebody keeps and may keep",
            description = "For administrators of the installation.")
    public StorageUse get(@PathParam("actor") String actor) {
        return quotas.of(Validation.identifier(actor, "actor"));
    }

    @PUT
    @Path("actors/{actor}/storage")
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(
            summary = "Say how much somebody may keep",
            description = "Without quota_bytes, what the setting says. What they keep already stays.")
    public StorageUse set(@PathParam("actor") String actor, Quota quota) {
        return quotas.set(
                Validation.identifier(actor, "actor"),
                RequestBody.require(quota).quotaBytes());
    }
}

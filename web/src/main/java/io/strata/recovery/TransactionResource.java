package io.strata.recovery;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Transactions in doubt and recovered over HTTP. */
@Path("/transactions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Transactions")
public class TransactionResource {

    @Inject
    RecoveryService recovery;

    @GET
    @Path("in-doubt")
    @Requires(Action.SYSTEM_READ)
    @Operation(
            summary = "List the transactions in doubt",
            description = "Their commit began more than three seconds ago and has not ended in every store. Recovery"
                    + " ends them by itself once all stores answer.")
    public Page<InDoubtTransaction> inDoubt() {
        return new Page<>(recovery.inDoubt(), null);
    }

    @GET
    @Path("recovered")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "List the transactions that were in doubt, the last one first")
    public Page<RecoveredView> recovered(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return recovery.recovered(cursor, limit);
    }
}

package io.strata.content;

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

/** Where the caller is mentioned, over HTTP. */
@Path("mentions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class MentionResource {

    @Inject
    MentionService mentions;

    @GET
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List where you are mentioned",
            description =
                    "In comments and descriptions that you may read, the latest first. A page may have fewer items"
                            + " than its limit before the last one.")
    public Page<MentionView> mine(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return mentions.mine(cursor, limit);
    }
}

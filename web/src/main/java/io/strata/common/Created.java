package io.strata.common;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The answer to a request that made something. */
public final class Created {

    private Created() {}

    /** 201 with the thing and its address. */
    public static Response at(String collection, UUID id, Object entity) {
        return Response.created(URI.create(collection + "/" + id))
                .entity(entity)
                .build();
    }
}

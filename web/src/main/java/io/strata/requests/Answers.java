package io.strata.requests;

import io.strata.common.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Gives every JSON answer to a reading request its entity tag, a hash of what it says, and answers 304 where the client
 * has it already. What a client sees depends on who it is, and so does the tag.
 *
 * <p>An answer with chosen fields has a weak tag: it tells whether these have changed, and is no ground for a change,
 * because the others may have.
 */
@Provider
public class Answers implements ContainerResponseFilter {

    static final String SELECTION = FieldSelection.class.getName();

    private static final int TAG_BYTES = 18;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isReading(request) || response.getStatus() != Response.Status.OK.getStatusCode() || !isJson(response)) {
            return;
        }
        String json = Json.mapping().toJson(response.getEntity(), response.getEntityType());
        boolean sparse = request.getProperty(SELECTION) instanceof FieldSelection;
        if (request.getProperty(SELECTION) instanceof FieldSelection selection) {
            json = selection.apply(json, FieldSelection.isList(response.getEntityType()));
        }
        String tag = (sparse ? "W/" : "") + '"' + hash(json) + '"';
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && EntityTags.matchWeakly(known, tag)) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        } else {
            response.setEntity(json, response.getEntityAnnotations(), response.getMediaType());
        }
    }

    static boolean isReading(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean isJson(ContainerResponseContext response) {
        Object entity = response.getEntity();
        return entity != null
                && !(entity instanceof CharSequence)
                && !(entity instanceof InputStream)
                && !(entity instanceof StreamingOutput)
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
                && response.getHeaderString(HttpHeaders.ETAG) == null;
    }

    private static String hash(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.strata.storage;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * A file on its way to a browser, which is not to trust it: ranges and entity tags are understood, the type is not
 * guessed, and nothing in it runs.
 *
 * @param size in bytes
 * @param sha256 of all of it, in hexadecimal
 * @param show whether to show it rather than to save it; only what cannot do harm is shown
 */
public record Download(String fileName, String mimeType, long size, String sha256, boolean show) {

    /** Pictures that a browser shows without running anything. */
    public static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final Set<String> HARMLESS_TEXTS = Set.of("application/pdf", "text/plain");
    private static final int PARTIAL_CONTENT = 206;

    /** Where the bytes come from. */
    public interface Source {

        /** All of them. */
        InputStream all();

        /** Some of them, both ends included. */
        InputStream part(long first, long last);
    }

    /**
     * The answer to a request.
     *
     * @param range the header of that name, as {@code ifRange} is
     */
    public Response answer(Request request, String range, String ifRange, Source source) {
        EntityTag tag = new EntityTag(sha256);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        boolean whole = ifRange != null && !ifRange.equals("\"" + sha256 + "\"");
        Optional<ByteRange> part = whole ? Optional.empty() : ByteRange.parse(range, size);
        Response.ResponseBuilder response = Response.status(part.isPresent() ? PARTIAL_CONTENT : 200)
                .entity(part.map(bytes -> source.part(bytes.first(), bytes.last()))
                        .orElseGet(source::all))
                .type(mimeType)
                .tag(tag)
                .header(
                        HttpHeaders.CONTENT_LENGTH,
                        part.map(bytes -> bytes.last() - bytes.first() + 1).orElse(size))
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.of(fileName, isShown()));
        part.ifPresent(bytes -> response.header("Content-Range", bytes.contentRange(size)));
        return response.build();
    }

    /** Whether a browser is to show it. */
    boolean isShown() {
        return show && (PICTURES.contains(mimeType) || HARMLESS_TEXTS.contains(mimeType));
    }
}

package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bytes of documents over HTTP. */
@Path("/")
@Tag(name = "Documents")
public class ContentResource {

    private static final int PARTIAL_CONTENT = 206;

    @Inject
    DocumentLibrary documents;

    @GET
    @Path("documents/{document}/content")
    @Requires(Action.DOCUMENT_READ)
    @Operation(
            summary = "Download a document",
            description = "Understands ranges and entity tags. A browser saves the file; with show=true it displays"
                    + " PDF, pictures and plain text.")
    public Response download(
            @PathParam("document") String id,
            @QueryParam("show") @DefaultValue("false") boolean show,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request) {
        UUID documentId = Validation.identifier(id, "document");
        DocumentView document = documents.get(documentId);
        EntityTag tag = new EntityTag(document.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        boolean whole = ifRange != null && !ifRange.equals("\"" + document.sha256() + "\"");
        Optional<ByteRange> part = whole ? Optional.empty() : ByteRange.parse(range, document.sizeBytes());
        DocumentContent content = part.map(bytes -> documents.content(documentId, bytes.first(), bytes.last()))
                .orElseGet(() -> documents.content(documentId));
        Response.ResponseBuilder response = Response.status(part.isPresent() ? PARTIAL_CONTENT : 200)
                .entity(content.stream())
                .type(document.mimeType())
                .tag(tag)
                .header(HttpHeaders.CONTENT_LENGTH, content.length())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.of(document.fileName(), document.mimeType(), show));
        part.ifPresent(bytes -> response.header("Content-Range", bytes.contentRange(document.sizeBytes())));
        return response.build();
    }
}

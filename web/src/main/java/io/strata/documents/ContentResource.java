package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Validation;
import io.strata.storage.Download;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bytes of documents over HTTP. */
@Path("/")
@Tag(name = "Documents")
public class ContentResource {

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
        return new Download(document.fileName(), document.mimeType(), document.sizeBytes(), document.sha256(), show)
                .answer(request, range, ifRange, new Download.Source() {
                    @Override
                    public InputStream all() {
                        return documents.content(documentId).stream();
                    }

                    @Override
                    public InputStream part(long first, long last) {
                        return documents.content(documentId, first, last).stream();
                    }
                });
    }
}

package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import io.strata.requests.OwnTransactions;
import io.strata.storage.Download;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of documents over HTTP. */
@Path("documents/{document}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class VersionResource {

    private static final String FILE = "file";

    @Inject
    DocumentVersions versions;

    @Inject
    DocumentUpload uploads;

    @GET
    @Requires(Action.DOCUMENT_READ)
    @Operation(summary = "List the versions of a document", description = "The latest first.")
    public Page<VersionView> list(@PathParam("document") String document) {
        return versions.list(identifier(document));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Upload another version of a document",
            description = "It becomes the current one and is processed; 409 while the document is being processed.")
    @RequestBody(
            content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(ref = "AttachmentForm")))
    @OwnTransactions("files are stored before any transaction begins")
    @APIResponseSchema(value = DocumentView.class, responseCode = "201", responseDescription = "The version is stored")
    public Response upload(@PathParam("document") String document, List<EntityPart> parts) {
        UUID id = identifier(document);
        List<EntityPart> files =
                parts.stream().filter(part -> part.getName().equals(FILE)).toList();
        if (files.size() != 1) {
            throw ProblemException.validation(FILE, files.isEmpty() ? "is required" : "must be one");
        }
        try (InputStream content = files.get(0).getContent()) {
            DocumentView changed =
                    uploads.uploadVersion(id, files.get(0).getFileName().orElse(null), content);
            return Created.at("documents", id, changed);
        } catch (IOException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The upload ended before the file did.", e);
        }
    }

    @GET
    @Path("{version}/content")
    @Produces(MediaType.WILDCARD)
    @Requires(Action.DOCUMENT_READ)
    @Operation(
            summary = "Download a version of a document",
            description = "Understands ranges and entity tags, as the download of the document does.")
    public Response content(
            @PathParam("document") String document,
            @PathParam("version") String wanted,
            @QueryParam("show") @DefaultValue("false") boolean show,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request) {
        UUID id = identifier(document);
        int number = number(wanted);
        VersionView version = versions.get(id, number);
        return new Download(version.fileName(), version.mimeType(), version.sizeBytes(), version.sha256(), show)
                .answer(request, range, ifRange, new Download.Source() {
                    @Override
                    public InputStream all() {
                        return versions.content(id, number);
                    }

                    @Override
                    public InputStream part(long first, long last) {
                        return versions.content(id, number, first, last);
                    }
                });
    }

    @POST
    @Path("{version}/current")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Make a version the current one",
            description =
                    "It is processed from the beginning. 409 when it is current, or while one is being processed.")
    public DocumentView makeCurrent(@PathParam("document") String document, @PathParam("version") String version) {
        return versions.makeCurrent(identifier(document), number(version));
    }

    private static int number(String version) {
        try {
            return Integer.parseUnsignedInt(version);
        } catch (NumberFormatException e) {
            throw ProblemException.notFound("version");
        }
    }

    private static UUID identifier(String document) {
        return Validation.identifier(document, "document");
    }
}

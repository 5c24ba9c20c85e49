package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many documents in one download over HTTP. */
@Path("workspaces/{workspace}/document-archive")
@Tag(name = "Documents")
public class ArchiveResource {

    private static final String TYPE = "application/zip";
    private static final int MOST_NAMED = 500;

    @Inject
    DocumentSelection selection;

    @Inject
    DocumentLibrary documents;

    @GET
    @Requires(Action.DOCUMENT_READ)
    @Operation(
            summary = "Download many documents as a ZIP",
            description =
                    "Those that document_id names, up to 500, or those that the filters find, up to 5000; in their"
                            + " folders, with manifest.json, which says what is known about each. What cannot be read any more is"
                            + " in missing.json.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response archive(
            @PathParam("workspace") String workspace,
            @QueryParam("document_id") @Parameter(description = "May be repeated") List<String> named,
            @BeanParam DocumentParameters parameters) {
        UUID id = Validation.identifier(workspace, "workspace");
        List<DocumentView> chosen =
                named == null || named.isEmpty() ? found(id, parameters.filter()) : named(id, named);
        DocumentArchive archive =
                new DocumentArchive(chosen, selection.paths(id), document -> documents.content(document).stream());
        return Response.ok(archive, TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"documents-" + LocalDate.now(ZoneOffset.UTC) + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private List<DocumentView> found(UUID workspace, DocumentFilter filter) {
        if (filter.query() != null) {
            throw ProblemException.validation("query", "is not a filter of archives");
        }
        return selection.found(workspace, filter);
    }

    private List<DocumentView> named(UUID workspace, List<String> named) {
        if (named.size() > MOST_NAMED) {
            throw ProblemException.validation("document_id", "must be at most " + MOST_NAMED);
        }
        return selection.named(
                workspace,
                named.stream()
                        .map(id -> Validation.identifier(id, "document"))
                        .distinct()
                        .toList());
    }
}

package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import io.strata.requests.OwnTransactions;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Uploads over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class UploadResource {

    private static final int LONGEST_FIELD = 200;

    /** What became of the files, in their order. */
    @RequiredFields(allBut = {})
    public record Uploads(List<UploadedFile> items) {}

    @Inject
    DocumentUpload documents;

    /**
     * Takes one or many files. Each is accepted or refused on its own; a request whose only file is refused fails as a
     * whole.
     */
    @POST
    @Path("workspaces/{workspace}/documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Action.DOCUMENT_WRITE)
    @OwnTransactions("files are stored before any transaction begins, each for itself")
    @Operation(
            summary = "Upload one or many documents",
            description = "Answers as soon as they are stored; their text and topics follow. Documents hang on the node"
                    + " that is named, else on the root of the project, else on that of the workspace's first project.")
    @RequestBody(content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(ref = "UploadForm")))
    @APIResponseSchema(value = Uploads.class, responseCode = "202", responseDescription = "The files are stored")
    public Response files(@PathParam("workspace") String workspace, List<EntityPart> parts) {
        UUID workspaceId = Validation.identifier(workspace, "workspace");
        List<EntityPart> files =
                parts.stream().filter(part -> part.getName().equals("file")).toList();
        if (files.isEmpty()) {
            throw ProblemException.validation("file", "is required");
        }
        String nodeId = field(parts, "node_id");
        String project = field(parts, "project_id");
        UUID projectId = project == null ? null : Validation.identifier(project, "project");
        List<UploadedFile> results = new ArrayList<>();
        for (EntityPart file : files) {
            NewDocument request =
                    new NewDocument(workspaceId, file.getFileName().orElse(null), nodeId, projectId);
            results.add(upload(request, file, files.size() == 1));
        }
        return Response.accepted(new Uploads(results)).build();
    }

    private UploadedFile upload(NewDocument request, EntityPart file, boolean alone) {
        try (InputStream content = file.getContent()) {
            return UploadedFile.accepted(documents.upload(request, content));
        } catch (ProblemException e) {
            if (alone) {
                throw e;
            }
            return UploadedFile.refused(request.fileName(), e);
        } catch (IOException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The upload ended before the file did.", e);
        }
    }

    private static String field(List<EntityPart> parts, String name) {
        for (EntityPart part : parts) {
            if (part.getName().equals(name)) {
                try (InputStream content = part.getContent()) {
                    String value = new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
                    return value.isEmpty() ? null : value;
                } catch (IOException e) {
                    throw ProblemException.validation(name, "cannot be read");
                }
            }
        }
        return null;
    }
}

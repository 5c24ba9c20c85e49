package io.strata.content;

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
import jakarta.ws.rs.DELETE;
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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files on nodes and comments over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
public class AttachmentResource {

    private static final String FILE = "file";

    @Inject
    AttachmentUpload uploads;

    @Inject
    AttachmentService attachments;

    @POST
    @Path("nodes/{node}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Hang a file on a node",
            description =
                    "One part called file. Pictures, videos, PDF, texts, archives and documents of office programs,"
                            + " as their bytes say, not their name; 413 when it is too large.")
    @RequestBody(
            content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(ref = "AttachmentForm")))
    @OwnTransactions("files are stored before any transaction begins")
    @APIResponseSchema(value = AttachmentView.class, responseCode = "201", responseDescription = "The file hangs there")
    public Response toNode(@PathParam("node") String node, List<EntityPart> parts) {
        return take(parts, (name, content) -> uploads.toNode(node, name, content));
    }

    @POST
    @Path("comments/{comment}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Action.COMMENT_WRITE)
    @Operation(
            summary = "Hang a file on a comment",
            description = "One's own; administrators of the workspace on everybody's. Otherwise as on a node.")
    @RequestBody(
            content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(ref = "AttachmentForm")))
    @OwnTransactions("files are stored before any transaction begins")
    @APIResponseSchema(value = AttachmentView.class, responseCode = "201", responseDescription = "The file hangs there")
    public Response toComment(@PathParam("comment") String comment, List<EntityPart> parts) {
        UUID id = Validation.identifier(comment, "comment");
        return take(parts, (name, content) -> uploads.toComment(id, name, content));
    }

    @GET
    @Path("nodes/{node}/attachments")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List the files on a node",
            description = "Those on the node itself, in the order of their coming; a comment names its own.")
    public Page<AttachmentView> list(
            @PathParam("node") String node, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return attachments.list(node, cursor, limit);
    }

    @GET
    @Path("attachments/{attachment}")
    @Requires(Action.NODE_READ)
    @Operation(summary = "Read what an attached file is")
    public AttachmentView get(@PathParam("attachment") String attachment) {
        return attachments.get(identifier(attachment));
    }

    @GET
    @Path("attachments/{attachment}/content")
    @Produces(MediaType.WILDCARD)
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Download an attached file",
            description = "Understands ranges and entity tags. A browser shows pictures and saves everything else.")
    public Response content(
            @PathParam("attachment") String attachment,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request) {
        UUID id = identifier(attachment);
        AttachmentView view = attachments.get(id);
        boolean picture = Download.PICTURES.contains(view.mimeType());
        return new Download(view.fileName(), view.mimeType(), view.sizeBytes(), view.sha256(), picture)
                .answer(request, range, ifRange, new Download.Source() {
                    @Override
                    public InputStream all() {
                        return attachments.content(id);
                    }

                    @Override
                    public InputStream part(long first, long last) {
                        return attachments.content(id, first, last);
                    }
                });
    }

    @DELETE
    @Path("attachments/{attachment}")
    @Requires(Action.COMMENT_WRITE)
    @Operation(
            summary = "Remove an attached file",
            description = "From a node for those who may change it; from a comment for its author and administrators.")
    public void delete(@PathParam("attachment") String attachment) {
        attachments.delete(identifier(attachment));
    }

    private static Response take(List<EntityPart> parts, BiFunction<String, InputStream, AttachmentView> upload) {
        List<EntityPart> files =
                parts.stream().filter(part -> part.getName().equals(FILE)).toList();
        if (files.size() != 1) {
            throw ProblemException.validation(FILE, files.isEmpty() ? "is required" : "must be one");
        }
        EntityPart file = files.get(0);
        try (InputStream content = file.getContent()) {
            AttachmentView created = upload.apply(file.getFileName().orElse(null), content);
            return Created.at("attachments", created.id(), created);
        } catch (IOException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The upload ended before the file did.", e);
        }
    }

    private static UUID identifier(String attachment) {
        return Validation.identifier(attachment, "attachment");
    }
}

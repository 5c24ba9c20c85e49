package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents over HTTP, but for uploads and bytes. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class DocumentResource {

    /** The topics a person gives a document. */
    @RequiredFields("topicIds")
    public record TopicSelection(List<UUID> topicIds) {}

    @Inject
    DocumentLibrary documents;

    @GET
    @Path("workspaces/{workspace}/documents")
    @Requires(Action.DOCUMENT_READ)
    @Operation(
            summary = "List or search the documents of a workspace",
            description = "Newest first; with a query, best match first and with a snippet. The query understands"
                    + " quotes, a minus and the word or; without these its last word may be unfinished, and titles are"
                    + " found in spite of typing errors.")
    public Page<DocumentView> list(
            @PathParam("workspace") String workspace,
            @QueryParam("query") String query,
            @QueryParam("status") String status,
            @QueryParam("topic_id") String topic,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        DocumentFilter filter = new DocumentFilter(
                query,
                LowerCaseEnumAdapter.read(DocumentStatus.class, "status", status),
                topic == null ? null : Validation.identifier(topic, "topic"));
        return documents.list(Validation.identifier(workspace, "workspace"), filter, cursor, limit);
    }

    @GET
    @Path("documents/{document}")
    @Requires(Action.DOCUMENT_READ)
    @Operation(summary = "Read what is known about a document")
    public DocumentView get(@PathParam("document") String document) {
        return documents.get(identifier(document));
    }

    @GET
    @Path("documents/{document}/text")
    @Requires(Action.DOCUMENT_READ)
    @Operation(summary = "Read the text of a document")
    public DocumentTextView text(@PathParam("document") String document) {
        return documents.text(identifier(document));
    }

    @POST
    @Path("documents/{document}/retry")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(summary = "Process a finished document again")
    @APIResponseSchema(
            value = DocumentView.class,
            responseCode = "202",
            responseDescription = "The document is in line")
    public Response retry(@PathParam("document") String document) {
        return Response.accepted(documents.retry(identifier(document))).build();
    }

    @PUT
    @Path("documents/{document}/topics")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Say which topics a document has",
            description = "Replaces what the classifier found, which leaves the document alone from then on.")
    public DocumentView setTopics(@PathParam("document") String document, TopicSelection selection) {
        List<UUID> topics = RequestBody.require(selection).topicIds();
        if (topics == null || topics.contains(null)) {
            throw ProblemException.validation("topic_ids", "is required");
        }
        return documents.setTopics(identifier(document), topics);
    }

    private static UUID identifier(String document) {
        return Validation.identifier(document, "document");
    }
}

package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What documents are called, how they are marked and where they are, over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class KeepingResource {

    /**
     * Where a document shall be.
     *
     * @param folderId {@code null} for the top of the workspace
     */
    public record FolderPlace(UUID folderId) {}

    /**
     * Where in the graph a document shall hang.
     *
     * @param nodeId id or short id
     */
    @RequiredFields("nodeId")
    public record NodePlace(String nodeId) {}

    @Inject
    DocumentKeeping documents;

    @PATCH
    @Path("documents/{document}")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Change title and tags of a document",
            description = "Tags are all that it shall have, at most 50; they are kept in lower case.")
    public DocumentView change(@PathParam("document") String document, DocumentChange change) {
        return documents.change(identifier(document), RequestBody.require(change));
    }

    @PUT
    @Path("documents/{document}/folder")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Put a document into a folder",
            description = "Of its workspace; without folder_id to the top.")
    public DocumentView file(@PathParam("document") String document, FolderPlace place) {
        return documents.file(identifier(document), RequestBody.require(place).folderId());
    }

    @PUT
    @Path("documents/{document}/node")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Hang a document on another node",
            description = "Of its workspace. The rules of that node hold for it from then on.")
    public DocumentView hang(@PathParam("document") String document, NodePlace place) {
        String node = RequestBody.require(place).nodeId();
        if (node == null || node.isBlank()) {
            throw ProblemException.validation("node_id", "is required");
        }
        return documents.hang(identifier(document), node.strip());
    }

    @GET
    @Path("workspaces/{workspace}/document-tags")
    @Requires(Action.DOCUMENT_READ)
    @Operation(
            summary = "List the tags of a workspace's documents",
            description = "In alphabetical order, with how many documents have them that you may see.")
    public Page<TagView> tags(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return documents.tags(Validation.identifier(workspace, "workspace"), cursor, limit);
    }

    @GET
    @Path("workspaces/{workspace}/document-duplicates")
    @Requires(Action.DOCUMENT_READ)
    @Operation(
            summary = "List documents that have the same bytes",
            description = "Each group once, with its documents, the eldest first, at most 20 of them.")
    public Page<DuplicatesView> duplicates(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return documents.duplicates(Validation.identifier(workspace, "workspace"), cursor, limit);
    }

    private static UUID identifier(String document) {
        return Validation.identifier(document, "document");
    }
}

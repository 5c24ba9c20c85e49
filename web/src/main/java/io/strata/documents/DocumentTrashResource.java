package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.AwaitsApproval;
import io.strata.common.Page;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trash of documents and folders over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class DocumentTrashResource {

    @Inject
    DocumentTrash trash;

    @DELETE
    @AwaitsApproval
    @Path("documents/{document}")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Put a document into the trash",
            description = "It can be restored for 30 days; until then its bytes count for the quota.")
    public void delete(@PathParam("document") String document) {
        trash.delete(document(document));
    }

    @POST
    @Path("documents/{document}/restore")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Restore a document from the trash",
            description = "Where it was; 409 when its folder is in the trash itself.")
    public DocumentView restore(@PathParam("document") String document) {
        return trash.restore(document(document));
    }

    @DELETE
    @AwaitsApproval
    @Path("documents/{document}/trash")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(summary = "Remove a document from the trash for good", description = "409 when it is not in the trash.")
    public void purge(@PathParam("document") String document) {
        trash.purge(document(document));
    }

    @DELETE
    @AwaitsApproval
    @Path("folders/{folder}")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Put a folder with all that is in it into the trash",
            description = "It can be restored for 30 days; 403 when something in it is not yours to change.")
    public FolderDeletion deleteFolder(@PathParam("folder") String folder) {
        return trash.deleteFolder(folder(folder));
    }

    @POST
    @Path("folders/{folder}/restore")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Restore a folder from the trash",
            description = "With what its deletion has taken, no more and no less; 409 when its name is taken by now.")
    public FolderView restoreFolder(@PathParam("folder") String folder) {
        return trash.restoreFolder(folder(folder));
    }

    @GET
    @Path("workspaces/{workspace}/document-trash")
    @Requires(Action.DOCUMENT_READ)
    @Operation(
            summary = "List the trash of a workspace's documents",
            description = "What was deleted as a whole, the latest first: documents, and folders with all in them.")
    public Page<TrashedView> list(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return trash.list(Validation.identifier(workspace, "workspace"), cursor, limit);
    }

    private static UUID document(String document) {
        return Validation.identifier(document, "document");
    }

    private static UUID folder(String folder) {
        return Validation.identifier(folder, "folder");
    }
}

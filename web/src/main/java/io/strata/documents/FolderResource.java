package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Folders of documents over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Folders")
public class FolderResource {

    /** What can be changed about a folder. */
    @RequiredFields("name")
    public record FolderChange(String name) {}

    /**
     * Where a folder shall be.
     *
     * @param parentId {@code null} for the top of the workspace
     */
    public record ParentPlace(UUID parentId) {}

    @Inject
    FolderService folders;

    @POST
    @Path("workspaces/{workspace}/folders")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Make a folder",
            description = "In parent_id, or at the top of the workspace. Its name is unique there, whatever its case.")
    @APIResponseSchema(value = FolderView.class, responseCode = "201", responseDescription = "The folder exists")
    public Response create(@PathParam("workspace") String workspace, FolderRequest request) {
        FolderView created =
                folders.create(Validation.identifier(workspace, "workspace"), RequestBody.require(request));
        return Created.at("folders", created.id(), created);
    }

    @GET
    @Path("workspaces/{workspace}/folders")
    @Requires(Action.DOCUMENT_READ)
    @Operation(
            summary = "List the folders of a workspace by name",
            description = "All of them, however deep; those in the trash are not among them.")
    public Page<FolderView> list(
            @PathParam("workspace") String workspace,
            @QueryParam("parent_id")
                    @Parameter(description = "Only what is directly in this folder; top for what is in none")
                    String parent,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return folders.list(
                Validation.identifier(workspace, "workspace"), DocumentParameters.place(parent, false), cursor, limit);
    }

    @GET
    @Path("folders/{folder}")
    @Requires(Action.DOCUMENT_READ)
    @Operation(summary = "Read a folder", description = "404 when it is in the trash.")
    public FolderView get(@PathParam("folder") String folder) {
        return folders.get(identifier(folder));
    }

    @PATCH
    @Path("folders/{folder}")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(summary = "Rename a folder", description = "409 when there is one with this name beside it.")
    public FolderView rename(@PathParam("folder") String folder, FolderChange change) {
        return folders.rename(identifier(folder), RequestBody.require(change).name());
    }

    @PUT
    @Path("folders/{folder}/parent")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Move a folder",
            description = "With all that is in it, into parent_id or to the top; 409 for a place within itself.")
    public FolderView move(@PathParam("folder") String folder, ParentPlace place) {
        return folders.move(identifier(folder), RequestBody.require(place).parentId());
    }

    private static UUID identifier(String folder) {
        return Validation.identifier(folder, "folder");
    }
}

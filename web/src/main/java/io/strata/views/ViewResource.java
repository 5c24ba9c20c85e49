package io.strata.views;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import io.strata.graph.NodeView;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Saved views over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Views")
public class ViewResource {

    private static final String RIGHTS =
            "A private view is its owner's alone. Sharing one with whoever sees the project or the"
                    + " workspace takes the right to write nodes there.";

    /** The views that somebody has put on top, in their order. */
    @RequiredFields("items")
    public record Favourites(List<ViewView> items) {}

    /** Which views shall be on top, in this order. */
    @RequiredFields("views")
    public record FavouriteSelection(List<UUID> views) {}

    @Inject
    ViewService views;

    @POST
    @Path("projects/{project}/views")
    @Requires(Action.NODE_READ)
    @Operation(summary = "Keep a view of a project", description = RIGHTS)
    @APIResponseSchema(value = ViewView.class, responseCode = "201", responseDescription = "The view exists")
    public Response createInProject(@PathParam("project") String project, NewView request) {
        ViewView created =
                views.createInProject(Validation.identifier(project, "project"), RequestBody.require(request));
        return Created.at("views", created.id(), created);
    }

    @GET
    @Path("projects/{project}/views")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List the views of a project",
            description = "Shared ones and one's own, with those over all of its workspace.")
    public Page<ViewView> ofProject(
            @PathParam("project") String project,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return views.ofProject(Validation.identifier(project, "project"), cursor, limit);
    }

    @POST
    @Path("workspaces/{workspace}/views")
    @Requires(Action.NODE_READ)
    @Operation(summary = "Keep a view over all projects of a workspace", description = RIGHTS)
    @APIResponseSchema(value = ViewView.class, responseCode = "201", responseDescription = "The view exists")
    public Response createInWorkspace(@PathParam("workspace") String workspace, NewView request) {
        ViewView created =
                views.createInWorkspace(Validation.identifier(workspace, "workspace"), RequestBody.require(request));
        return Created.at("views", created.id(), created);
    }

    @GET
    @Path("workspaces/{workspace}/views")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List the views over all of a workspace", description = "Shared ones and one's own.")
    public Page<ViewView> ofWorkspace(
            @PathParam("workspace") String workspace,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return views.ofWorkspace(Validation.identifier(workspace, "workspace"), cursor, limit);
    }

    @GET
    @Path("views/{view}")
    @Requires(Action.NODE_READ)
    @Operation(summary = "Read a view")
    public ViewView get(@PathParam("view") String id) {
        return views.get(Validation.identifier(id, "view"));
    }

    @GET
    @Path("views/{view}/nodes")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Run a view",
            description = "The nodes that it is about, as far as the caller may see them, sorted as it says.")
    public Page<NodeView> run(
            @PathParam("view") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return views.run(Validation.identifier(id, "view"), cursor, limit);
    }

    @PATCH
    @Path("views/{view}")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Change a view",
            description =
                    "What is absent stays as it is. For its owner; a shared one also for whoever manages projects.")
    public ViewView change(@PathParam("view") String id, ViewChanges changes) {
        return views.change(Validation.identifier(id, "view"), RequestBody.require(changes));
    }

    @DELETE
    @Path("views/{view}")
    @Requires(Action.NODE_READ)
    @Operation(summary = "Remove a view", description = "And nothing that is in it.")
    public void delete(@PathParam("view") String id) {
        views.delete(Validation.identifier(id, "view"));
    }

    @GET
    @Path("views/favourites")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List one's favourite views", description = "In one's own order.")
    public Favourites favourites() {
        return new Favourites(views.favourites());
    }

    @PUT
    @Path("views/favourites")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Say which views are favourites",
            description = "In their order, at most 100; those that are not named are none any more.")
    public Favourites setFavourites(FavouriteSelection selection) {
        return new Favourites(views.setFavourites(RequestBody.require(selection).views()));
    }
}

package io.strata.content;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Comments over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class CommentResource {

    /**
     * What can be changed about a comment.
     *
     * @param text markdown
     */
    public record CommentChanges(String text) {}

    @Inject
    CommentService comments;

    @POST
    @Path("nodes/{node}/comments")
    @Requires(Action.COMMENT_WRITE)
    @Operation(
            summary = "Comment on a node",
            description = "In markdown, at most 20000 characters. With parent_id it answers another comment. `@handle`"
                    + " mentions somebody who can read it.")
    @APIResponseSchema(value = CommentView.class, responseCode = "201", responseDescription = "The comment exists")
    public Response create(@PathParam("node") String node, CreateComment request) {
        CommentView created = comments.create(node, RequestBody.require(request));
        return Created.at("comments", created.id(), created);
    }

    @GET
    @Path("nodes/{node}/comments")
    @Requires(Action.COMMENT_READ)
    @Operation(summary = "List the comments on a node", description = "In the order they were made, threads mixed.")
    public Page<CommentView> list(
            @PathParam("node") String node, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return comments.list(node, cursor, limit);
    }

    @GET
    @Path("comments/{comment}")
    @Requires(Action.COMMENT_READ)
    @Operation(summary = "Read a comment")
    public CommentView get(@PathParam("comment") String comment) {
        return comments.get(identifier(comment));
    }

    @PATCH
    @Path("comments/{comment}")
    @Requires(Action.COMMENT_WRITE)
    @Operation(
            summary = "Change a comment",
            description = "One's own; administrators of the workspace change everybody's.")
    public CommentView change(@PathParam("comment") String comment, CommentChanges changes) {
        return comments.change(identifier(comment), RequestBody.require(changes).text());
    }

    @GET
    @Path("comments/{comment}/history")
    @Requires(Action.COMMENT_READ)
    @Operation(
            summary = "List what a comment said before",
            description = "Each change with the text before and after, the latest first.")
    public Page<TextChange> history(
            @PathParam("comment") String comment,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return comments.history(identifier(comment), cursor, limit);
    }

    @PUT
    @Path("comments/{comment}/resolution")
    @Requires(Action.COMMENT_WRITE)
    @Operation(
            summary = "Settle a thread",
            description = "Named by the comment that begins it; 409 for one that answers another.")
    public CommentView resolve(@PathParam("comment") String comment) {
        return comments.resolve(identifier(comment), true);
    }

    @DELETE
    @Path("comments/{comment}/resolution")
    @Requires(Action.COMMENT_WRITE)
    @Operation(summary = "Open a settled thread again")
    public CommentView reopen(@PathParam("comment") String comment) {
        return comments.resolve(identifier(comment), false);
    }

    @DELETE
    @Path("comments/{comment}")
    @Requires(Action.COMMENT_WRITE)
    @Operation(
            summary = "Remove a comment",
            description =
                    "One's own; administrators of the workspace remove everybody's. A comment with answers keeps its"
                            + " place without its text.")
    public void delete(@PathParam("comment") String comment) {
        comments.delete(identifier(comment));
    }

    private static UUID identifier(String comment) {
        return Validation.identifier(comment, "comment");
    }
}

package io.strata.content;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reactions to nodes and comments over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reactions")
public class ReactionResource {

    /** All reactions to something, in the order in which they were first given. */
    public record Reactions(List<ReactionView> items) {}

    @Inject
    ReactionService reactions;

    @GET
    @Path("nodes/{node}/reactions")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List the reactions to a node")
    public Reactions ofNode(@PathParam("node") String node) {
        return new Reactions(reactions.ofNode(node));
    }

    @PUT
    @Path("nodes/{node}/reactions/{emoji}")
    @Requires(Action.COMMENT_WRITE)
    @Operation(
            summary = "React to a node",
            description =
                    "With one of thumbs_up, thumbs_down, laugh, hooray, confused, heart, rocket, eyes and check; the"
                            + " same a second time changes nothing.")
    public Reactions addToNode(@PathParam("node") String node, @PathParam("emoji") String emoji) {
        return new Reactions(reactions.addToNode(node, emoji(emoji)));
    }

    @DELETE
    @Path("nodes/{node}/reactions/{emoji}")
    @Requires(Action.COMMENT_WRITE)
    @Operation(summary = "Take a reaction to a node back")
    public Reactions removeFromNode(@PathParam("node") String node, @PathParam("emoji") String emoji) {
        return new Reactions(reactions.removeFromNode(node, emoji(emoji)));
    }

    @GET
    @Path("comments/{comment}/reactions")
    @Requires(Action.COMMENT_READ)
    @Operation(summary = "List the reactions to a comment")
    public Reactions ofComment(@PathParam("comment") String comment) {
        return new Reactions(reactions.ofComment(identifier(comment)));
    }

    @PUT
    @Path("comments/{comment}/reactions/{emoji}")
    @Requires(Action.COMMENT_WRITE)
    @Operation(summary = "React to a comment")
    public Reactions addToComment(@PathParam("comment") String comment, @PathParam("emoji") String emoji) {
        return new Reactions(reactions.addToComment(identifier(comment), emoji(emoji)));
    }

    @DELETE
    @Path("comments/{comment}/reactions/{emoji}")
    @Requires(Action.COMMENT_WRITE)
    @Operation(summary = "Take a reaction to a comment back")
    public Reactions removeFromComment(@PathParam("comment") String comment, @PathParam("emoji") String emoji) {
        return new Reactions(reactions.removeFromComment(identifier(comment), emoji(emoji)));
    }

    /**
     * One of those that there are.
     *
     * @throws ProblemException validation, naming them
     */
    private static Emoji emoji(String name) {
        return LowerCaseEnumAdapter.read(Emoji.class, "emoji", name);
    }

    private static UUID identifier(String comment) {
        return Validation.identifier(comment, "comment");
    }
}

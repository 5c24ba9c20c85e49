package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

/** Sharing documents over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Shares")
public class ShareResource {

    /** What somebody may do with a document. */
    @RequiredFields("permission")
    public record Share(SharePermission permission) {}

    @Inject
    DocumentShares shares;

    @Inject
    DocumentLinks links;

    @GET
    @Path("documents/{document}/shares")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(summary = "List with whom a document is shared", description = "By handle.")
    public Page<ShareView> list(
            @PathParam("document") String document,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return shares.list(document(document), cursor, limit);
    }

    @PUT
    @Path("documents/{document}/shares/{handle}")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Share a document with somebody",
            description =
                    "To view it, or to edit it: title, tags, topics and versions. A rule that denies goes before a"
                            + " share.")
    public ShareView share(@PathParam("document") String document, @PathParam("handle") String handle, Share share) {
        return shares.share(
                document(document), handle, RequestBody.require(share).permission());
    }

    @DELETE
    @Path("documents/{document}/shares/{handle}")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(summary = "Share a document with somebody no more", description = "It counts from their next request.")
    public void unshare(@PathParam("document") String document, @PathParam("handle") String handle) {
        shares.unshare(document(document), handle);
    }

    @GET
    @Path("shared-documents")
    @Requires(Action.DOCUMENT_READ)
    @Operation(summary = "List what is shared with you", description = "The latest first.")
    public Page<SharedDocumentView> mine(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return shares.mine(cursor, limit);
    }

    @POST
    @Path("documents/{document}/links")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(
            summary = "Make a link to a document",
            description =
                    "For people without an account. It works for a week, or until expires_at, and as long as you may"
                            + " read the document. Its address is told once. With a password, whoever opens it is asked for that.")
    @APIResponseSchema(value = NewLinkView.class, responseCode = "201", responseDescription = "The link exists")
    public Response makeLink(@PathParam("document") String document, LinkRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(links.create(document(document), RequestBody.require(request)))
                .build();
    }

    @GET
    @Path("documents/{document}/links")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(summary = "List the links to a document", description = "The latest first, without their secrets.")
    public Page<DocumentLinkView> links(@PathParam("document") String document) {
        return links.list(document(document));
    }

    @DELETE
    @Path("documents/{document}/links/{link}")
    @Requires(Action.DOCUMENT_WRITE)
    @Operation(summary = "Revoke a link", description = "Whoever comes with it from then on is told 404.")
    public void revoke(@PathParam("document") String document, @PathParam("link") String link) {
        links.revoke(document(document), Validation.identifier(link, "link"));
    }

    private static UUID document(String document) {
        return Validation.identifier(document, "document");
    }
}

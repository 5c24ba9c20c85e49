package io.strata.documents;

import io.strata.access.Open;
import io.strata.accounts.CurrentSignIn;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.ThrowableMapper;
import io.strata.storage.Download;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents for those who come with a link; {@link LinkAddress} is its short address. */
@Path("s/{secret}")
@Tag(name = "Shares")
public class LinkResource {

    private static final String BASIC = "Basic ";

    @Inject
    LinkOpening links;

    @GET
    @Open("whoever has the secret was given it")
    @Operation(
            summary = "Download the document that a link leads to",
            description =
                    "Without an account. Understands ranges and entity tags. When the link asks for a password, the"
                            + " answer is 401, and a browser asks for it: it comes as the password of HTTP's basic authentication"
                            + " (RFC 7617), and the name with it does not matter.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "401", ref = "Unauthenticated")
    public Response open(
            @PathParam("secret") String secret,
            @QueryParam("show") @DefaultValue("false") boolean show,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @Context HttpServletRequest servletRequest,
            @Context Request request) {
        boolean begins = range == null || range.replace(" ", "").startsWith("bytes=0-");
        try {
            LinkedDocument linked =
                    links.open(secret, password(authorization), CurrentSignIn.device(servletRequest), begins);
            DocumentView document = linked.document();
            return new Download(document.fileName(), document.mimeType(), document.sizeBytes(), document.sha256(), show)
                    .answer(request, range, ifRange, new Download.Source() {
                        @Override
                        public InputStream all() {
                            return linked.bytes().all();
                        }

                        @Override
                        public InputStream part(long first, long last) {
                            return linked.bytes().part(first, last);
                        }
                    });
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.UNAUTHENTICATED) {
                throw problem;
            }
            return Response.fromResponse(new ThrowableMapper().toResponse(problem))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Strata\", charset=\"UTF-8\"")
                    .build();
        }
    }

    private static String password(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? null : text.substring(colon + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

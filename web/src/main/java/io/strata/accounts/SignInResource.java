package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own sign-ins over HTTP. */
@Path("/account/sign-ins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class SignInResource {

    @Inject
    SignIns signIns;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @GET
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(
            summary = "List where you are signed in, newest first",
            description = "With the device, the address and the last use of each; current marks the one that asks.")
    public Page<SignInView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return signIns.own(CurrentSignIn.find(request).orElse(null), cursor, limit);
    }

    @DELETE
    @Path("{sign_in}")
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(summary = "End one of your sign-ins", description = "Its next request is refused.")
    public void end(@PathParam("sign_in") String id) {
        signIns.end(Validation.identifier(id, "sign-in"));
    }

    @DELETE
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(summary = "Sign out everywhere", description = "Ends all your sign-ins, the one that asks included.")
    public void endAll() {
        signIns.endAll();
        SessionCookie.clear(request, response);
    }
}

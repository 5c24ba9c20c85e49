package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.access.Requires;
import io.strata.common.RequestBody;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out. */
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class AuthResource {

    /** Proof of a local account. */
    public record Credentials(String handle, String password) {}

    @Inject
    SignInService signIn;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @POST
    @Path("/login")
    @Open("proves who the caller is")
    @Operation(summary = "Sign in", description = "Answers with a bearer token and sets the session cookie.")
    public SignedIn login(Credentials credentials) {
        Credentials given = RequestBody.require(credentials);
        SignedIn signedIn = signIn.signIn(given.handle(), given.password());
        SessionCookie.write(request, response, signedIn);
        return signedIn;
    }

    @POST
    @Path("/logout")
    @Consumes(MediaType.WILDCARD)
    @Requires
    @Operation(summary = "Sign out", description = "Ends the sign-in of the token or cookie that is sent.")
    public void logout(@HeaderParam("Authorization") String authorization) {
        CurrentCaller.require();
        if (authorization != null && authorization.startsWith("Bearer ")) {
            signIn.signOut(authorization.substring("Bearer ".length()).strip());
        }
        SessionCookie.read(request).ifPresent(signIn::signOut);
        SessionCookie.clear(request, response);
    }

    @GET
    @Path("/me")
    @Requires
    @Operation(summary = "Who is signed in")
    public Caller me() {
        return CurrentCaller.require();
    }
}

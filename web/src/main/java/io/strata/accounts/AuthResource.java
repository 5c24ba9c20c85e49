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

    /**
     * What renews a sign-in.
     *
     * @param refreshToken the one that came with the last access token
     */
    public record RefreshRequest(String refreshToken) {}

    @Inject
    SignInService signIn;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @POST
    @Path("/login")
    @Open("proves who the caller is")
    @Operation(
            summary = "Sign in",
            description = "Answers with an access token for some minutes and a refresh token for the next one, and sets"
                    + " the session cookies. 401 second_factor_required: send the same with a code of the second"
                    + " factor, or a recovery code. 429: too many failures; Retry-After says how long to wait.")
    public SignedIn login(Credentials credentials) {
        SignedIn signedIn = signIn.signIn(RequestBody.require(credentials), CurrentSignIn.device(request));
        SessionCookie.write(request, response, signedIn);
        return signedIn;
    }

    @POST
    @Path("/refresh")
    @Open("the refresh token proves who the caller is")
    @Operation(
            summary = "Renew a sign-in",
            description = "Exchanges a refresh token for the next access token and the next refresh token. Each refresh"
                    + " token can be used once; using it again ends the sign-in. Browsers need not call this: their"
                    + " cookies are renewed by any request.")
    public SignedIn refresh(RefreshRequest body) {
        return signIn.refresh(RequestBody.require(body).refreshToken(), CurrentSignIn.device(request));
    }

    @POST
    @Path("/logout")
    @Consumes(MediaType.WILDCARD)
    @Requires
    @Operation(summary = "Sign out", description = "Ends the sign-in of the token or cookie that is sent.")
    public void logout() {
        CurrentCaller.require();
        CurrentSignIn.find(request).ifPresent(signIn::signOut);
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

package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.access.Requires;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.requests.OwnTransactions;
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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in and out. */
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
@OwnTransactions("wrong proofs are counted although the request fails")
public class AuthResource {

    /**
     * What renews a sign-in.
     *
     * @param refreshToken the one that came with the last access token
     */
    @RequiredFields("refreshToken")
    public record RefreshRequest(String refreshToken) {}

    /**
     * What people may do who have no sign-in.
     *
     * @param signUp whether they can make an account
     * @param passwordReset whether they can ask for a link to a new password
     */
    @RequiredFields(allBut = {})
    public record Options(boolean signUp, boolean passwordReset) {}

    /** Who was given an account. */
    @RequiredFields(allBut = {})
    public record SignedUp(UUID id, String handle, String displayName) {}

    @Inject
    SignInService signIn;

    @Inject
    SignUpService signUp;

    @Inject
    PasswordService passwords;

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

    @GET
    @Path("/options")
    @Open("tells what an operator has chosen")
    @Operation(summary = "What people may do who have no sign-in")
    public Options options() {
        return new Options(signUp.isOn(), passwords.sendsLinks());
    }

    @POST
    @Path("/sign-up")
    @Open("refuses by itself when an operator has not allowed it")
    @Operation(
            summary = "Make an account for yourself",
            description = "Where an operator allows it (403 otherwise). All fields are needed; the"
                    + " password has at least 10 characters and does not contain the handle. Whoever signs up belongs to"
                    + " no workspace.")
    @APIResponseSchema(value = SignedUp.class, responseCode = "201", responseDescription = "The account exists")
    public Response signUp(SignUp body) {
        PersonView made = signUp.signUp(RequestBody.require(body), CurrentSignIn.device(request));
        return Response.status(Response.Status.CREATED)
                .entity(new SignedUp(made.id(), made.handle(), made.displayName()))
                .build();
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

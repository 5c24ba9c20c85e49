package io.strata.accounts;

import io.strata.access.Open;
import io.strata.common.RequestBody;
import io.strata.common.RequiredFields;
import io.strata.requests.OwnTransactions;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A new password for whoever has forgotten theirs, over HTTP. */
@Path("/auth/password-reset")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
@OwnTransactions("wrong proofs are counted although the request fails")
public class PasswordResetResource {

    /** Whose password it is: a handle or a mail address. */
    @RequiredFields("account")
    public record ResetRequest(String account) {}

    /** The token of a link, and the password to set. */
    @RequiredFields({"token", "password"})
    public record ResetConfirmation(String token, String password) {}

    @Inject
    PasswordService passwords;

    @Context
    HttpServletRequest request;

    @POST
    @Open("answers everybody alike")
    @Operation(
            summary = "Ask for a link to a new password",
            description = "The link goes to the mail address of the account and is good for half an hour. The answer is"
                    + " the same whether or not there is such an account. 409 when the installation sends no mail: an"
                    + " administrator can make a link then.")
    @APIResponse(responseCode = "202", description = "If there is such an account, a mail is on its way")
    @APIResponse(responseCode = "409", description = "This installation sends no mail")
    public Response ask(ResetRequest body) {
        passwords.requestReset(RequestBody.require(body).account(), CurrentSignIn.device(request));
        return Response.accepted().build();
    }

    @POST
    @Path("confirm")
    @Open("the token proves who the caller is")
    @Operation(
            summary = "Set a new password with the token of a link",
            description = "Works once, and ends all sign-ins of the account. The second factor stays.")
    public void confirm(ResetConfirmation given) {
        ResetConfirmation body = RequestBody.require(given);
        passwords.reset(body.token(), body.password(), CurrentSignIn.device(request));
    }
}

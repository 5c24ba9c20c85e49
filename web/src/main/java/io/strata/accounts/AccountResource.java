package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.RequestBody;
import io.strata.requests.OwnTransactions;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own account over HTTP. */
@Path("/account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@OwnTransactions("wrong proofs are counted although the request fails")
public class AccountResource {

    /** The present password and the next one. */
    public record NewPassword(String currentPassword, String password) {}

    @Inject
    AccountService account;

    @Inject
    PasswordService passwords;

    @Context
    HttpServletRequest request;

    @GET
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(summary = "Read your account")
    public AccountView get() {
        return account.get();
    }

    @PATCH
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(
            summary = "Change your name or mail address",
            description = "What is absent stays; an empty email takes the address away. A new address needs password,"
                    + " because links to a new password go there.")
    public AccountView change(AccountChange change) {
        return account.change(RequestBody.require(change), CurrentSignIn.device(request));
    }

    @PUT
    @Path("password")
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(
            summary = "Change your password",
            description = "At least 10 characters, without your handle. Ends all your other sign-ins.")
    public void changePassword(NewPassword given) {
        NewPassword body = RequestBody.require(given);
        passwords.change(
                body.currentPassword(),
                body.password(),
                CurrentSignIn.find(request).orElse(null),
                CurrentSignIn.device(request));
    }
}

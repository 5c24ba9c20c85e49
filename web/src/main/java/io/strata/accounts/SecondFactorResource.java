package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.RequestBody;
import io.strata.requests.OwnTransactions;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's own second factor over HTTP. */
@Path("/account/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@OwnTransactions("wrong proofs are counted although the request fails")
public class SecondFactorResource {

    /** The present password. */
    public record PasswordOnly(String password) {}

    /** A code that the authenticator shows. */
    public record CodeOnly(String code) {}

    /** The present password, and a code of the authenticator or a recovery code. */
    public record PasswordAndCode(String password, String code) {}

    @Inject
    SecondFactorService secondFactor;

    @Context
    HttpServletRequest request;

    @POST
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(
            summary = "Begin to set up a second factor",
            description =
                    "Answers with the secret, as text and as an otpauth address for a QR code, once. It counts when"
                            + " it has been confirmed.")
    public SecondFactorOffer begin(PasswordOnly body) {
        return secondFactor.begin(RequestBody.require(body).password(), CurrentSignIn.device(request));
    }

    @POST
    @Path("confirm")
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(
            summary = "Confirm a second factor with a first code",
            description = "From now on signing in asks for a code. The answer shows ten recovery codes, and no other"
                    + " answer ever does.")
    public RecoveryCodes confirm(CodeOnly body) {
        return secondFactor.confirm(RequestBody.require(body).code());
    }

    @POST
    @Path("recovery-codes")
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(summary = "Replace the recovery codes", description = "The old ones are worth nothing afterwards.")
    public RecoveryCodes renewCodes(PasswordAndCode given) {
        PasswordAndCode body = RequestBody.require(given);
        return secondFactor.renewCodes(body.password(), body.code(), CurrentSignIn.device(request));
    }

    @POST
    @Path("disable")
    @Requires(Action.ACCOUNT_MANAGE)
    @Operation(summary = "Switch the second factor off", description = "Needs the password and a code.")
    public void disable(PasswordAndCode given) {
        PasswordAndCode body = RequestBody.require(given);
        secondFactor.disable(body.password(), body.code(), CurrentSignIn.device(request));
    }
}

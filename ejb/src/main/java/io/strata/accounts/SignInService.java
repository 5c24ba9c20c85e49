package io.strata.accounts;

import io.strata.access.Open;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in with a local account, finding out who a token belongs to, renewing and signing out. Passwords are compared
 * in no transaction: that takes long on purpose, and a refusal has to be counted and audited although nothing else
 * happens.
 */
@ApplicationScoped
public class SignInService {

    private static final int MAXIMUM_TOKEN_LENGTH = 200;

    @Inject
    Actors actors;

    @Inject
    SignInLedger ledger;

    @Inject
    SignInAttempt attempt;

    @Inject
    Throttle throttle;

    @Inject
    Refusals refusals;

    /**
     * Signs a person in.
     *
     * @throws ProblemException unauthenticated, without saying whether the handle or the password was wrong; second
     *     factor required, when both are right and the code is missing or wrong; rate limited, after too many failures of
     *     the account or from the network
     */
    @Open("proves who the caller is")
    public SignedIn signIn(Credentials credentials, Device device) {
        new Validation()
                .text("handle", credentials.handle(), 200)
                .text("password", credentials.password(), PasswordRules.MAXIMUM_LENGTH)
                .optionalText("code", credentials.code(), 100)
                .done();
        Throttled account = ThrottleRule.ACCOUNT.of(Actor.normalised(credentials.handle()));
        Throttled network = ThrottleRule.NETWORK.of(device.network());
        throttle.requireOpen(account, network);
        Actor actor = actors.byHandle(credentials.handle()).orElse(null);
        boolean inactive = actor != null && !actor.active();
        String hash = actor == null || inactive ? null : actor.passwordHash();
        if (!Passwords.matches(credentials.password(), hash)) {
            Refusal.Reason reason = actor == null
                    ? Refusal.Reason.UNKNOWN_ACCOUNT
                    : inactive ? Refusal.Reason.INACTIVE_ACCOUNT : Refusal.Reason.WRONG_PASSWORD;
            refusals.add(actor, reason, device, account, network);
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The handle or the password is wrong.");
        }
        return attempt.complete(actor.id(), credentials.code(), device, account, network)
                .orElseThrow(() -> {
                    refusals.add(actor, Refusal.Reason.WRONG_CODE, device, account, network);
                    return new ProblemException(
                            ProblemType.SECOND_FACTOR_REQUIRED, "That code is wrong, too old or has been used before.");
                });
    }

    /** Who an access token belongs to, if it is a valid one; notes once a minute that its sign-in is used. */
    @Open("finds out who the caller is")
    public Optional<Recognised> recognise(String accessToken, Device device) {
        Optional<SignInLedger.Proof> proof = ledger.prove(accessToken);
        proof.filter(SignInLedger.Proof::stale)
                .ifPresent(stale -> ledger.use(stale.recognised().signInId(), device));
        return proof.map(SignInLedger.Proof::recognised);
    }

    /** As above, for a connection that stays open: that it is still there does not count as use. */
    @Open("finds out who the caller is")
    public Optional<Recognised> recognise(String accessToken) {
        return ledger.prove(accessToken).map(SignInLedger.Proof::recognised);
    }

    /**
     * Exchanges a refresh token for the next access token and the next refresh token. The one that is given can be used
     * this once: using it again ends the sign-in, because one of its two users must be a thief.
     *
     * @throws ProblemException unauthenticated, when it is none, has been used, or its sign-in has ended
     */
    @Open("the token proves who the caller is")
    public SignedIn refresh(String refreshToken, Device device) {
        new Validation()
                .text("refresh_token", refreshToken, MAXIMUM_TOKEN_LENGTH)
                .done();
        if (ledger.rotate(refreshToken, device, false) instanceof Rotation.Rotated rotated) {
            return rotated.tokens();
        }
        throw new ProblemException(ProblemType.UNAUTHENTICATED, "The sign-in has ended. Sign in again.");
    }

    /**
     * As {@link #refresh}, for a browser: the requests of a page come together, all with the same token, and only the
     * first of them gets the next one.
     *
     * @return empty when the sign-in has ended
     */
    @Open("the token proves who the caller is")
    public Optional<Renewal> renew(String refreshToken, Device device) {
        Rotation rotation = ledger.rotate(refreshToken, device, true);
        if (rotation instanceof Rotation.Rotated rotated) {
            return Optional.of(new Renewal(rotated.recognised(), rotated.tokens()));
        }
        if (rotation instanceof Rotation.Repeated repeated) {
            return Optional.of(new Renewal(repeated.recognised(), null));
        }
        return Optional.empty();
    }

    /** Ends a sign-in of the caller's; harmless when it has ended before. */
    @Open("a sign-in can always be given up by its owner")
    @Transactional
    public void signOut(UUID signInId) {
        ledger.own(signInId).ifPresent(ledger::end);
    }
}

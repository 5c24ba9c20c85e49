package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * The caller's own second factor: an authenticator that shows a code every half minute (TOTP), and ten recovery codes for
 * whoever has lost it. What makes an account weaker needs its password and a code, not only a sign-in.
 */
@ApplicationScoped
@Transactional
public class SecondFactorService {

    private static final String WRONG = "is wrong, too old or has been used before";

    @Inject
    SecondFactors secondFactors;

    @Inject
    PasswordProof proof;

    @Inject
    Actors actors;

    @Inject
    Throttle throttle;

    @Inject
    Refusals refusals;

    @Inject
    AuditLog audit;

    /**
     * Offers a second factor; it counts when it has been confirmed.
     *
     * @throws ProblemException conflict, when there is one; validation, when the password is wrong
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public SecondFactorOffer begin(String password, Device device) {
        Actor actor = proof.require("password", password, device);
        if (secondFactors.isOn(actor.id())) {
            throw ProblemException.conflict("There is a second factor. Switch it off before you set up another one.");
        }
        Totp totp = secondFactors.offer(actor.id());
        return new SecondFactorOffer(totp.text(), totp.uri(actor.handle()));
    }

    /**
     * Makes an offered second factor count, with a first code of it.
     *
     * @throws ProblemException conflict, when none was offered or it counts already; validation, when the code is wrong
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public RecoveryCodes confirm(String code) {
        new Validation().text("code", code, 100).done();
        UUID actorId = CurrentCaller.require().actorId();
        SecondFactor factor = secondFactors
                .find(actorId)
                .filter(offered -> offered.confirmedAt() == null)
                .orElseThrow(() -> ProblemException.conflict("No second factor waits to be confirmed."));
        if (secondFactors.accept(actorId, code).isEmpty()) {
            throw ProblemException.validation("code", WRONG);
        }
        factor.confirm();
        record("second_factor.enabled");
        return new RecoveryCodes(secondFactors.renewCodes(actorId));
    }

    /**
     * Replaces the recovery codes.
     *
     * @throws ProblemException conflict, when there is no second factor; validation, when the password or code is wrong
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public RecoveryCodes renewCodes(String password, String code, Device device) {
        UUID actorId = requireBoth(password, code, device).id();
        record("second_factor.codes_renewed");
        return new RecoveryCodes(secondFactors.renewCodes(actorId));
    }

    /**
     * Switches the second factor off.
     *
     * @throws ProblemException conflict, when there is none; validation, when the password or code is wrong
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public void disable(String password, String code, Device device) {
        secondFactors.remove(requireBoth(password, code, device).id());
        record("second_factor.disabled");
    }

    private Actor requireBoth(String password, String code, Device device) {
        new Validation().text("code", code, 100).done();
        Actor actor = proof.require("password", password, device);
        if (!secondFactors.isOn(actor.id())) {
            throw ProblemException.conflict("There is no second factor.");
        }
        if (secondFactors.accept(actor.id(), code).isEmpty()) {
            refusals.add(actor, Refusal.Reason.WRONG_CODE, device, ThrottleRule.ACCOUNT.of(actor.handle()));
            throw ProblemException.validation("code", WRONG);
        }
        return actor;
    }

    private void record(String action) {
        var caller = CurrentCaller.require();
        audit.record(action, "actor", caller.actorId(), null, null, new SecondFactorEntry(caller.handle()));
    }
}

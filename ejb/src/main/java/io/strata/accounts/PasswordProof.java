package io.strata.accounts;

import io.strata.access.CurrentCaller;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks a caller for their password again before something that a stolen sign-in must not do. */
@ApplicationScoped
class PasswordProof {

    @Inject
    Actors actors;

    @Inject
    Throttle throttle;

    @Inject
    Refusals refusals;

    /**
     * Requires the caller's password. Failures count like those of signing in.
     *
     * @param field what to call it when it is wrong
     * @return the caller's account
     */
    Actor require(String field, String password, Device device) {
        new Validation().text(field, password, PasswordRules.MAXIMUM_LENGTH).done();
        Actor actor = actors.require(CurrentCaller.require().actorId());
        Throttled account = ThrottleRule.ACCOUNT.of(actor.handle());
        throttle.requireOpen(account);
        if (!Passwords.matches(password, actor.passwordHash())) {
            refusals.add(actor, Refusal.Reason.WRONG_PASSWORD, device, account);
            throw ProblemException.validation(field, "is wrong");
        }
        return actor;
    }
}

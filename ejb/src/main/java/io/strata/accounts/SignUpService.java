package io.strata.accounts;

import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Making an account for oneself, where an operator allows it. Whoever does it belongs to no workspace. */
@ApplicationScoped
@Transactional
public class SignUpService {

    @Inject
    NewAccounts newAccounts;

    @Inject
    Throttle throttle;

    @Inject
    People people;

    @Inject
    AuditLog audit;

    /** Whether it is allowed. */
    @Open("tells what an operator has chosen")
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isOn() {
        return Settings.isOn(Setting.SIGN_UP);
    }

    /**
     * Makes an account.
     *
     * @throws ProblemException forbidden, when sign-up is off; validation, naming every wrong field; rate limited, after
     *     many accounts from one network
     */
    @Open("refuses by itself when an operator has not allowed it")
    public PersonView signUp(SignUp given, Device device) {
        if (!isOn()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Nobody can sign up here. Ask an administrator for an account.");
        }
        NewPerson wanted = given.person();
        Throttled network = ThrottleRule.SIGN_UP.of(device.network());
        throttle.requireOpen(network);
        Validation validation = newAccounts.check(wanted);
        validation.text("email", wanted.email(), 320);
        PasswordRules.check(validation, "password", wanted.password(), wanted.handle());
        validation.done();
        throttle.count(network);
        Actor actor = newAccounts.make(wanted, false);
        PersonView view = people.view(actor);
        CurrentCaller.runAs(
                actor.asCaller(), () -> audit.record("actor.signed_up", "actor", actor.id(), null, null, view));
        return view;
    }
}

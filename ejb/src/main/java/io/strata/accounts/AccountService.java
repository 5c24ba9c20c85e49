package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The caller's own account. */
@ApplicationScoped
@Transactional
public class AccountService {

    @Inject
    Actors actors;

    @Inject
    SecondFactors secondFactors;

    @Inject
    PasswordProof proof;

    @Inject
    AuditLog audit;

    /** The account. */
    @Requires(Action.ACCOUNT_MANAGE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public AccountView get() {
        return view(actors.require(CurrentCaller.require().actorId()));
    }

    /**
     * Changes name and address.
     *
     * @throws io.strata.common.ProblemException validation, also when the password that a new address needs is wrong
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public AccountView change(AccountChange change, Device device) {
        Actor actor = actors.require(CurrentCaller.require().actorId());
        Validation validation = new Validation();
        if (change.displayName() != null) {
            AccountRules.displayName(validation, change.displayName());
        }
        AccountRules.email(validation, change.email());
        actors.requireFree(validation, null, change.email(), actor.id()).done();
        if (change.email() != null) {
            proof.require("password", change.password(), device);
        }
        AccountView before = view(actor);
        if (change.displayName() != null) {
            actor.rename(change.displayName());
        }
        if (change.email() != null) {
            actor.writeTo(change.email());
        }
        actors.save(actor);
        AccountView after = view(actor);
        audit.record("actor.changed", "actor", actor.id(), null, before, after);
        return after;
    }

    private AccountView view(Actor actor) {
        boolean secondFactor = secondFactors.isOn(actor.id());
        return new AccountView(
                actor.id(),
                actor.handle(),
                actor.displayName(),
                actor.email(),
                actor.administrator(),
                secondFactor,
                secondFactor ? secondFactors.codesLeft(actor.id()) : 0,
                actor.createdAt());
    }
}

package io.strata.accounts;

import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Makes accounts, for administrators and for people who sign up. */
@ApplicationScoped
class NewAccounts {

    @Inject
    Actors actors;

    /** What is wrong with a wanted account, its password aside. */
    Validation check(NewPerson wanted) {
        Validation validation = new Validation();
        AccountRules.handle(validation, wanted.handle());
        AccountRules.displayName(validation, wanted.displayName());
        AccountRules.email(validation, wanted.email());
        return actors.requireFree(validation, wanted.handle(), wanted.email(), null);
    }

    /** Makes an account that has been checked. */
    @Transactional(Transactional.TxType.MANDATORY)
    Actor make(NewPerson wanted, boolean administrator) {
        String hash = wanted.password() == null ? null : Passwords.hash(wanted.password());
        Actor actor = Actor.person(
                Actor.normalised(wanted.handle()), wanted.displayName().strip(), hash, administrator);
        actor.writeTo(wanted.email());
        actors.save(actor);
        return actor;
    }
}

package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people of an installation, for its administrators. At least one of them is always left. */
@ApplicationScoped
@Transactional
public class PeopleService {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Actors actors;

    @Inject
    People people;

    @Inject
    NewAccounts newAccounts;

    @Inject
    SecondFactors secondFactors;

    @Inject
    SignInLedger ledger;

    @Inject
    ResetLinks links;

    @Inject
    AuditLog audit;

    /**
     * People by handle.
     *
     * @param search part of a handle, name or address; {@code null} for everybody
     */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<PersonView> list(String search, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        return Page.of(people.find(search, cursor, limit + 1), limit, PersonView::handle);
    }

    /** A person. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public PersonView get(UUID id) {
        return people.view(actors.require(id));
    }

    /**
     * Makes an account. Who has it belongs to no workspace yet.
     *
     * @throws ProblemException validation, also when the handle or the address is taken
     */
    @Requires(Action.SYSTEM_OPERATE)
    public PersonView create(NewPerson wanted) {
        Validation validation = newAccounts.check(wanted);
        if (wanted.password() != null) {
            PasswordRules.check(validation, "password", wanted.password(), wanted.handle());
        }
        validation.done();
        Actor actor = newAccounts.make(wanted, Boolean.TRUE.equals(wanted.administrator()));
        PersonView view = people.view(actor);
        audit.record("actor.created", "actor", actor.id(), null, null, view);
        return view;
    }

    /**
     * Changes a person.
     *
     * @throws ProblemException validation; conflict, when this would leave no active administrator
     */
    @Requires(Action.SYSTEM_OPERATE)
    public PersonView change(UUID id, PersonChange change) {
        Actor actor = actors.require(id);
        Validation validation = new Validation();
        if (change.displayName() != null) {
            AccountRules.displayName(validation, change.displayName());
        }
        AccountRules.email(validation, change.email());
        actors.requireFree(validation, null, change.email(), id).done();
        if (Boolean.FALSE.equals(change.administrator())) {
            requireAnotherAdministrator(actor);
        }
        PersonView before = people.view(actor);
        Optional.ofNullable(change.displayName()).ifPresent(actor::rename);
        Optional.ofNullable(change.email()).ifPresent(actor::writeTo);
        Optional.ofNullable(change.administrator()).ifPresent(actor::makeAdministrator);
        actors.save(actor);
        return changed("actor.changed", actor, before);
    }

    /**
     * Ends all sign-ins of a person and lets them start no other. What they have made stays theirs.
     *
     * @throws ProblemException conflict, when this would leave no active administrator
     */
    @Requires(Action.SYSTEM_OPERATE)
    public PersonView deactivate(UUID id) {
        Actor actor = actors.require(id);
        requireAnotherAdministrator(actor);
        PersonView before = people.view(actor);
        actor.activate(false);
        ledger.endAll(id, null);
        links.forget(id);
        return changed("actor.deactivated", actor, before);
    }

    /** Lets a person sign in again, with the password and the memberships they had. */
    @Requires(Action.SYSTEM_OPERATE)
    public PersonView reactivate(UUID id) {
        Actor actor = actors.require(id);
        PersonView before = people.view(actor);
        actor.activate(true);
        return changed("actor.reactivated", actor, before);
    }

    /**
     * Takes the second factor of somebody away who has lost it together with the recovery codes.
     *
     * @throws ProblemException conflict, when there is none
     */
    @Requires(Action.SYSTEM_OPERATE)
    public PersonView resetSecondFactor(UUID id) {
        Actor actor = actors.require(id);
        if (!secondFactors.remove(id)) {
            throw ProblemException.conflict("There is no second factor.");
        }
        audit.record("second_factor.reset", "actor", id, null, null, new SecondFactorEntry(actor.handle()));
        return people.view(actor);
    }

    /**
     * Makes a link with which a person chooses a new password, to be handed to them; it replaces earlier ones.
     *
     * @throws ProblemException conflict, when the account is not active
     */
    @Requires(Action.SYSTEM_OPERATE)
    public ResetLink resetLink(UUID id) {
        Actor actor = actors.require(id);
        if (!actor.active()) {
            throw ProblemException.conflict("The account is not active.");
        }
        links.forget(id);
        ResetLink link = links.make(actor);
        audit.record(
                "password.link_made",
                "actor",
                id,
                null,
                null,
                new PasswordService.PasswordChange(actor.handle(), null, null));
        return link;
    }

    /** Two administrators that remove each other at the same time must not both succeed: the rows are locked in order. */
    private void requireAnotherAdministrator(Actor actor) {
        List<UUID> administrators = entities.createQuery(
                        "select a from Actor a where a.administrator and a.active and a.kind = 'user' order by a.id",
                        Actor.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(Actor::id)
                .toList();
        if (administrators.equals(List.of(actor.id()))) {
            throw ProblemException.conflict("This is the last active administrator of the installation.");
        }
    }

    private PersonView changed(String action, Actor actor, PersonView before) {
        entities.flush();
        PersonView after = people.view(actor);
        audit.record(action, "actor", actor.id(), null, before, after);
        return after;
    }
}

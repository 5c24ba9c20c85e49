package io.strata.accounts;

import io.strata.access.CurrentCaller;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
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
    SecondFactors secondFactors;

    @Inject
    Throttle throttle;

    @Inject
    AuditLog audit;

    /**
     * Starts the sign-in of somebody whose password was right. Failures are looked at once more: many attempts that began
     * together, before the first of them failed, must not all be judged.
     *
     * @param code of the second factor; ignored when the account has none
     * @return empty when the code is wrong
     * @throws ProblemException second factor required, when there is no code; rate limited
     */
    Optional<SignedIn> complete(UUID actorId, String code, Device device, Throttled account, Throttled network) {
        throttle.requireOpen(account, network);
        Actor actor = actors.require(actorId);
        if (secondFactors.isOn(actorId) && !isProved(actor, code)) {
            return Optional.empty();
        }
        throttle.forget(account);
        return Optional.of(ledger.start(actor, device));
    }

    private boolean isProved(Actor actor, String code) {
        if (code == null || code.isBlank()) {
            throw new ProblemException(
                    ProblemType.SECOND_FACTOR_REQUIRED, "Enter the code of your second factor, or a recovery code.");
        }
        Optional<SecondFactors.Accepted> accepted = secondFactors.accept(actor.id(), code);
        if (accepted.filter(SecondFactors.Accepted.RECOVERY_CODE::equals).isPresent()) {
            CurrentCaller.runAs(
                    actor.asCaller(),
                    () -> audit.record(
                            "second_factor.recovery_code_used",
                            "actor",
                            actor.id(),
                            null,
                            null,
                            new SecondFactorEntry(actor.handle())));
        }
        return accepted.isPresent();
    }
}

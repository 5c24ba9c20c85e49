package io.strata.accounts;

import io.strata.secrets.SecretSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of second factors and recovery codes, and what proves that somebody has one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SecondFactors {

    private static final int CODES = 10;

    /** What accepted a code. */
    enum Accepted {
        AUTHENTICATOR,
        RECOVERY_CODE
    }

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    SecretSeal seal;

    /** The second factor of an account, confirmed or not. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<SecondFactor> find(UUID actorId) {
        return Optional.ofNullable(entities.find(SecondFactor.class, actorId));
    }

    /** Whether an account asks for a code. */
    @Transactional(Transactional.TxType.SUPPORTS)
    boolean isOn(UUID actorId) {
        return find(actorId).filter(factor -> factor.confirmedAt() != null).isPresent();
    }

    /** How many recovery codes are left. */
    @Transactional(Transactional.TxType.SUPPORTS)
    int codesLeft(UUID actorId) {
        return entities.createQuery(
                        "select count(c) from RecoveryCode c where c.actorId = :actor and c.usedAt is null", Long.class)
                .setParameter("actor", actorId)
                .getSingleResult()
                .intValue();
    }

    /** Makes a second factor that does not count yet, in place of one that has not been confirmed. */
    Totp offer(UUID actorId) {
        remove(actorId);
        Totp totp = Totp.generate();
        entities.persist(new SecondFactor(actorId, seal.seal(actorId, totp.secret())));
        entities.flush();
        return totp;
    }

    /**
     * Whether a code proves the second factor; if so, it never does again.
     *
     * @param code of the authenticator, or a recovery code, with or without spaces and dashes
     */
    Optional<Accepted> accept(UUID actorId, String code) {
        String entered = code.replaceAll("[\\s-]", "");
        if (entered.matches("[0-9]{6}")) {
            return acceptTotp(actorId, entered) ? Optional.of(Accepted.AUTHENTICATOR) : Optional.empty();
        }
        return acceptRecoveryCode(actorId, entered) ? Optional.of(Accepted.RECOVERY_CODE) : Optional.empty();
    }

    /** Replaces the recovery codes; what is returned is not kept. */
    List<String> renewCodes(UUID actorId) {
        entities.createQuery("delete from RecoveryCode c where c.actorId = :actor")
                .setParameter("actor", actorId)
                .executeUpdate();
        List<String> codes =
                Stream.generate(RecoveryCode::generate).limit(CODES).toList();
        codes.forEach(code -> entities.persist(new RecoveryCode(actorId, code)));
        return codes;
    }

    /** Takes the second factor and its recovery codes away; whether there was a confirmed one. */
    boolean remove(UUID actorId) {
        Optional<SecondFactor> factor = find(actorId);
        boolean was = factor.filter(present -> present.confirmedAt() != null).isPresent();
        factor.ifPresent(entities::remove);
        entities.flush();
        return was;
    }

    /** Reads the row again under a lock: of several requests with the same code only the first may have it. */
    private boolean acceptTotp(UUID actorId, String code) {
        Optional<SecondFactor> found = find(actorId);
        if (found.isEmpty()) {
            return false;
        }
        SecondFactor factor = found.get();
        entities.refresh(factor, LockModeType.PESSIMISTIC_WRITE);
        OptionalLong step = new Totp(seal.unseal(actorId, factor.sealedSecret())).step(code, Instant.now());
        return step.isPresent() && factor.accept(step.getAsLong());
    }

    private boolean acceptRecoveryCode(UUID actorId, String code) {
        return entities.createQuery("""
                                update RecoveryCode c set c.usedAt = :now
                                where c.actorId = :actor and c.codeHash = :hash and c.usedAt is null
                                """)
                        .setParameter("now", Instant.now())
                        .setParameter("actor", actorId)
                        .setParameter("hash", RecoveryCode.hash(actorId, code))
                        .executeUpdate()
                == 1;
    }
}

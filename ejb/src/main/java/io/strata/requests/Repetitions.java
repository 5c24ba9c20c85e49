package io.strata.requests;

import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.UuidV7;
import io.strata.secrets.SecretSeal;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The answers to requests that carry a key, for a day. To be asked in the transaction that carries out the request: the
 * answer is then kept exactly if what it tells of has happened, whatever dies in between.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Repetitions {

    /** Bytes of the largest answer that is kept. */
    public static final int LARGEST_BODY = 1 << 20;

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Held until the end of the transaction, also by one that is in doubt after a crash. */
    private static final String CLAIM = "select pg_try_advisory_xact_lock(hashtextextended(:claim, 0))";

    private static final String FORGET =
            "delete from repeatable_request where actor_id = :actor and key = :key and answered_at < :before";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    SecretSeal seal;

    /**
     * What was answered to the caller's request with this key; empty when it has not been carried out. Until the end of
     * the transaction, no other with the same key begins.
     *
     * @param fingerprint the same for the same request
     * @throws ProblemException conflict, when one with the same key is being carried out; validation, when the key belongs
     *     to another request
     */
    @Open("tells callers only what they have been told before")
    public Optional<KeptAnswer> find(String key, byte[] fingerprint) {
        if (Settings.get(Setting.ENCRYPTION_KEY).isEmpty()) {
            throw ProblemException.conflict("This server has no master key, so it keeps no answers.");
        }
        UUID actor = CurrentCaller.require().actorId();
        claim(actor, key);
        entities.createNativeQuery(FORGET)
                .setParameter("actor", actor)
                .setParameter("key", key)
                .setParameter("before", Instant.now().minus(KEPT))
                .executeUpdate();
        return entities.createQuery(
                        "select r from RepeatableRequest r where r.actorId = :actor and r.key = :key",
                        RepeatableRequest.class)
                .setParameter("actor", actor)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(before -> answer(before, fingerprint));
    }

    /**
     * Keeps the answer to a request.
     *
     * @throws ProblemException too large, when it cannot be kept; nothing of the request may remain then
     */
    @Open("keeps what the caller is being told")
    public void keep(String key, byte[] fingerprint, KeptAnswer answer) {
        if (answer.body().length > LARGEST_BODY) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "The answer is too large to be kept for a repetition. Nothing was changed; send the request in parts,"
                            + " or without Idempotency-Key.");
        }
        UUID id = UuidV7.next();
        entities.persist(new RepeatableRequest(
                id, CurrentCaller.require().actorId(), key, fingerprint, answer, seal.seal(id, answer.body())));
    }

    private void claim(UUID actor, String key) {
        boolean claimed = (Boolean) entities.createNativeQuery(CLAIM, Boolean.class)
                .setParameter("claim", actor + " " + key)
                .getSingleResult();
        if (!claimed) {
            throw ProblemException.busy(
                    PAUSE, "A request with this key is being carried out. Ask again for its answer.");
        }
    }

    private KeptAnswer answer(RepeatableRequest before, byte[] fingerprint) {
        if (!before.isThe(fingerprint)) {
            throw ProblemException.validation("Idempotency-Key", "belongs to another request");
        }
        return before.answer(seal.unseal(before.id(), before.sealedBody()));
    }
}

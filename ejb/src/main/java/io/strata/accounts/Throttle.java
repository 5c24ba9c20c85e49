package io.strata.accounts;

import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;

/**
 * Slows down guessing: beyond some free failures in a row each one more doubles the pause before the next attempt, from
 * one second to a quarter of an hour. An hour without a failure forgets them. Counts stand in the database, so they hold
 * for every server and over a restart, and are committed although what failed is rolled back.
 */
@ApplicationScoped
class Throttle {

    private static final int LONGEST_PAUSE_SECONDS = 900;

    private static final String WAIT = """
            select cast(ceil(extract(epoch from blocked_until - now())) as bigint) from throttle
            where subject_hash = :subject and blocked_until > now()
            """;

    private static final String COUNT = """
            insert into throttle as t (subject_hash, failures, last_failure_at, blocked_until)
            values (:subject, 1, now(), now())
            on conflict (subject_hash) do update set
                failures = case when t.last_failure_at < now() - interval '1 hour' then 1 else t.failures + 1 end,
                last_failure_at = now(),
                blocked_until = now() + interval '1 second' * case
                    when t.last_failure_at < now() - interval '1 hour' or t.failures < :free then 0
                    else least(power(2, least(t.failures - :free, 16)), :longest) end
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Requires that nothing is paused.
     *
     * @throws ProblemException rate limited, with the time to wait
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    void requireOpen(Throttled... subjects) {
        for (Throttled subject : subjects) {
            List<?> seconds = entities.createNativeQuery(WAIT, Long.class)
                    .setParameter("subject", subject.hash())
                    .getResultList();
            if (!seconds.isEmpty()) {
                throw ProblemException.tooOften(
                        Duration.ofSeconds((Long) seconds.get(0)), "Too many attempts. Wait before the next one.");
            }
        }
    }

    /** Counts a failure, whatever becomes of the caller's transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void count(Throttled... subjects) {
        for (Throttled subject : subjects) {
            entities.createNativeQuery(COUNT)
                    .setParameter("subject", subject.hash())
                    .setParameter("free", subject.rule().free())
                    .setParameter("longest", LONGEST_PAUSE_SECONDS)
                    .executeUpdate();
        }
    }

    /** Forgets the failures: whoever it was has proved who they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(Throttled subject) {
        entities.createNativeQuery("delete from throttle where subject_hash = :subject")
                .setParameter("subject", subject.hash())
                .executeUpdate();
    }
}

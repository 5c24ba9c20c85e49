package io.strata.limits;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which limit holds for an actor. Answers are remembered for a second, so that a limit costs a busy caller no question a
 * request; on the server where a limit is changed, all are forgotten at once.
 */
@ApplicationScoped
class EffectiveLimits {

    /** That a limit was changed. */
    record Changed() {}

    private record Remembered(EffectiveLimit limit, long until) {}

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MAXIMUM_REMEMBERED = 10_000;

    private static final String FIND = """
            select a.kind, own.per_minute as own,
                   (select max(r.per_minute) from membership m join rate_limit r on r.role = m.role
                    where m.actor_id = a.id) as by_role
            from actor a left join rate_limit own on own.actor_id = a.id
            where a.id = :actor
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();
    private DefaultLimits defaults;

    @PostConstruct
    void readDefaults() {
        defaults = DefaultLimits.current();
    }

    DefaultLimits defaults() {
        return defaults;
    }

    /** The limit of an actor, not older than a second. */
    @Transactional(Transactional.TxType.SUPPORTS)
    EffectiveLimit of(UUID actorId) {
        long now = System.nanoTime();
        Remembered known = remembered.get(actorId);
        if (known != null && known.until() - now > 0) {
            return known.limit();
        }
        EffectiveLimit found = find(actorId);
        if (remembered.size() >= MAXIMUM_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(actorId, new Remembered(found, now + REMEMBERED_NANOS));
        return found;
    }

    /** The limit of an actor as it is now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    EffectiveLimit find(UUID actorId) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(FIND, Tuple.class)
                .setParameter("actor", actorId)
                .getResultList();
        if (rows.isEmpty()) {
            return new EffectiveLimit(actorId, defaults.people(), LimitSource.DEFAULT);
        }
        Tuple row = rows.get(0);
        Integer own = row.get("own", Integer.class);
        if (own != null) {
            return new EffectiveLimit(actorId, own, LimitSource.ACTOR);
        }
        Integer byRole = row.get("by_role", Integer.class);
        if (byRole != null) {
            return new EffectiveLimit(actorId, byRole, LimitSource.ROLE);
        }
        boolean agent = row.get("kind", String.class).equals("agent");
        return new EffectiveLimit(actorId, agent ? defaults.agents() : defaults.people(), LimitSource.DEFAULT);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        remembered.clear();
    }
}

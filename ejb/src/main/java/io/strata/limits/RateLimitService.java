package io.strata.limits;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.access.Role;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Limits of actors and roles, for administrators of the installation. They hold from the next request. */
@ApplicationScoped
@Transactional
public class RateLimitService {

    /** How many requests a minute a limit may allow at most. */
    public static final int MAXIMUM = 1_000_000;

    /** Two who give the same actor or role its first limit would both find none. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('rate_limit'))";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    EffectiveLimits limits;

    @Inject
    AuditLog audit;

    @Inject
    Event<EffectiveLimits.Changed> changed;

    /** What holds where nothing else is said. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public DefaultLimits defaults() {
        return limits.defaults();
    }

    /** Limits of actors and roles, in the order they were made. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<RateLimitView> list(String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        UUID after = cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor");
        List<RateLimitView> found = entities.createQuery(
                        "select l from RateLimit l where l.id > :after order by l.id", RateLimit.class)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(this::view)
                .toList();
        return Page.of(found, limit, view -> view.id().toString());
    }

    /** What holds for an actor, and why. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public EffectiveLimit ofActor(UUID actorId) {
        handle(actorId);
        return limits.find(actorId);
    }

    /** The limit of a role. */
    @Requires(Action.SYSTEM_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public RateLimitView ofRole(Role role) {
        return find(role).map(this::view).orElseThrow(RateLimitService::notFound);
    }

    /** Gives an actor a limit of their own. */
    @Requires(Action.SYSTEM_OPERATE)
    public RateLimitView limitActor(UUID actorId, Integer perMinute) {
        handle(actorId);
        check(perMinute);
        oneAtATime();
        return change(find(actorId).orElseGet(() -> RateLimit.of(actorId)), perMinute);
    }

    /** As {@link #limitActor}, by handle. */
    @Requires(Action.SYSTEM_OPERATE)
    public RateLimitView limitActor(String handle, Integer perMinute) {
        List<UUID> found = entities.createQuery("select a.id from Actor a where a.handle = lower(:handle)", UUID.class)
                .setParameter("handle", handle == null ? "" : handle.strip())
                .getResultList();
        if (found.isEmpty()) {
            throw ProblemException.validation("handle", "names nobody");
        }
        return limitActor(found.get(0), perMinute);
    }

    /** Gives all who have a role in some workspace a limit. */
    @Requires(Action.SYSTEM_OPERATE)
    public RateLimitView limitRole(Role role, Integer perMinute) {
        check(perMinute);
        oneAtATime();
        return change(find(role).orElseGet(() -> RateLimit.of(role)), perMinute);
    }

    /** Takes the limit of an actor away. */
    @Requires(Action.SYSTEM_OPERATE)
    public void releaseActor(UUID actorId) {
        release(find(actorId));
    }

    /** Takes the limit of a role away. */
    @Requires(Action.SYSTEM_OPERATE)
    public void releaseRole(Role role) {
        release(find(role));
    }

    private RateLimitView change(RateLimit limit, int perMinute) {
        RateLimitView before = limit.perMinute() == 0 ? null : view(limit);
        limit.change(perMinute);
        if (before == null) {
            entities.persist(limit);
        }
        RateLimitView after = view(limit);
        audit.record("rate_limit.changed", "rate_limit", limit.id(), null, before, after);
        changed.fire(new EffectiveLimits.Changed());
        return after;
    }

    private void release(Optional<RateLimit> found) {
        RateLimit limit = found.orElseThrow(RateLimitService::notFound);
        audit.record("rate_limit.removed", "rate_limit", limit.id(), null, view(limit), null);
        entities.remove(limit);
        changed.fire(new EffectiveLimits.Changed());
    }

    private Optional<RateLimit> find(UUID actorId) {
        return entities.createQuery("select l from RateLimit l where l.actorId = :actor", RateLimit.class)
                .setParameter("actor", actorId)
                .getResultStream()
                .findFirst();
    }

    private Optional<RateLimit> find(Role role) {
        return entities.createQuery("select l from RateLimit l where l.role = :role", RateLimit.class)
                .setParameter("role", role)
                .getResultStream()
                .findFirst();
    }

    private void oneAtATime() {
        entities.createNativeQuery(ONE_AT_A_TIME).getSingleResult();
    }

    private RateLimitView view(RateLimit limit) {
        return limit.view(limit.actorId() == null ? null : handle(limit.actorId()));
    }

    private String handle(UUID actorId) {
        return entities.createQuery("select a.handle from Actor a where a.id = :id", String.class)
                .setParameter("id", actorId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("actor"));
    }

    private static void check(Integer perMinute) {
        if (perMinute == null || perMinute < 1 || perMinute > MAXIMUM) {
            throw ProblemException.validation("per_minute", "must be 1 to " + MAXIMUM);
        }
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("rate limit");
    }
}

package io.strata.limits;

import io.strata.access.Caller;
import io.strata.access.Open;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts requests, by actor, or by network where nobody is signed in. The counts are in a cache of the server's, which
 * servers of a cluster share.
 */
@ApplicationScoped
public class RateLimiter {

    @Resource(lookup = "java:jboss/infinispan/cache/strata/requests")
    ConcurrentMap<String, Long> cache;

    @Inject
    EffectiveLimits limits;

    private TokenBuckets buckets;

    @PostConstruct
    void open() {
        buckets = new TokenBuckets(cache, RateLimiter::micros);
    }

    /** Counts a request of somebody; empty when there is no limit for them. */
    @Open("counts what the caller does, and tells only them")
    public Optional<Allowance> take(Caller caller) {
        return take("actor " + caller.actorId(), limits.of(caller.actorId()).perMinute());
    }

    /**
     * Counts a request of nobody in particular; empty when there is no limit for them.
     *
     * @param network where it comes from
     */
    @Open("counts what the caller does, and tells only them")
    public Optional<Allowance> take(String network) {
        return take("network " + network, limits.defaults().addresses());
    }

    private Optional<Allowance> take(String owner, int perMinute) {
        return perMinute == 0 ? Optional.empty() : Optional.of(buckets.take(owner, perMinute));
    }

    private static long micros() {
        Duration sinceEpoch = Duration.between(Instant.EPOCH, Instant.now());
        return sinceEpoch.toNanos() / 1000;
    }
}

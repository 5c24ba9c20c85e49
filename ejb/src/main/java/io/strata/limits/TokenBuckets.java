package io.strata.limits;

import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Token buckets that hold what may be done in a minute and fill up evenly. A bucket is one number, the moment at which it
 * will be full again (the "theoretical arrival time" of the generic cell rate algorithm, ITU-T I.371), so that taking a
 * token is one compare-and-set: however many take at once, and on whatever server, no more get one than there are.
 *
 * <p>A bucket that is not known is full, so whatever keeps them may forget those that nobody has touched for a minute.
 */
final class TokenBuckets {

    private static final long MINUTE = 60_000_000;

    private final ConcurrentMap<String, Long> fullAt;
    private final LongSupplier clock;

    /**
     * Buckets that are kept in a map.
     *
     * @param clock microseconds since a moment that is the same for all who share the map
     */
    TokenBuckets(ConcurrentMap<String, Long> fullAt, LongSupplier clock) {
        this.fullAt = fullAt;
        this.clock = clock;
    }

    /**
     * Takes a token, if there is one.
     *
     * @param perMinute the size of the bucket, 1 to 1,000,000; another one than before keeps the share that was used
     */
    Allowance take(String owner, int perMinute) {
        long price = MINUTE / perMinute;
        while (true) {
            Long before = fullAt.get(owner);
            long now = clock.getAsLong();
            long used = before == null ? 0 : Math.max(0, before - now);
            if (used + price > MINUTE) {
                return new Allowance(false, perMinute, 0, micros(used), micros(used + price - MINUTE));
            }
            long after = now + used + price;
            boolean taken =
                    before == null ? fullAt.putIfAbsent(owner, after) == null : fullAt.replace(owner, before, after);
            if (taken) {
                return granted(perMinute, price, used + price);
            }
        }
    }

    private static Allowance granted(int perMinute, long price, long used) {
        int remaining = (int) Math.min(perMinute - 1L, (MINUTE - used) / price);
        return new Allowance(
                true,
                perMinute,
                remaining,
                micros(used),
                remaining > 0 ? Duration.ZERO : micros(used + price - MINUTE));
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }
}

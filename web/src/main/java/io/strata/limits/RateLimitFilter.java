package io.strata.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.strata.access.CurrentCaller;
import io.strata.accounts.CurrentSignIn;
import io.strata.common.ProblemException;
import io.strata.common.ProblemResponse;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts every request to the API, says on every answer how many more there may be, and refuses those that are too many.
 * The {@code X-RateLimit} headers are the ones that most clients know, with the moment in seconds since 1970; the other
 * two are those of draft-ietf-httpapi-ratelimit-headers-10, with seconds from now.
 *
 * <p>Mapped in {@code web.xml} behind the filter that finds out who is calling.
 */
public class RateLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient RateLimiter limiter;

    @Inject
    private transient MeterRegistry registry;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean known = CurrentCaller.find().isPresent();
        Optional<Allowance> counted;
        try {
            counted = known
                    ? limiter.take(CurrentCaller.require())
                    : limiter.take(CurrentSignIn.device(request).network());
        } catch (RuntimeException failure) {
            ProblemResponse.send(response, failure);
            return;
        }
        counted.ifPresent(allowance -> tell(response, allowance));
        if (counted.isPresent() && !counted.get().granted()) {
            registry.counter("strata.requests.refused", "caller", known ? "actor" : "network")
                    .increment();
            ProblemResponse.send(response, tooMany(counted.get()));
            return;
        }
        chain.doFilter(request, response);
    }

    private static void tell(HttpServletResponse response, Allowance allowance) {
        long full = seconds(allowance.full());
        response.setHeader("X-RateLimit-Limit", Integer.toString(allowance.perMinute()));
        response.setHeader("X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
        response.setHeader("X-RateLimit-Reset", Long.toString(Instant.now().getEpochSecond() + full));
        response.setHeader("RateLimit-Policy", "\"minute\";q=" + allowance.perMinute() + ";w=60");
        response.setHeader("RateLimit", "\"minute\";r=" + allowance.remaining() + ";t=" + full);
    }

    private static ProblemException tooMany(Allowance allowance) {
        return ProblemException.tooOften(
                Duration.ofSeconds(seconds(allowance.next())),
                "There may be " + allowance.perMinute() + " requests a minute. Wait before the next one.");
    }

    /** Rounded up: who waits that long has waited long enough. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}

package io.strata.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The token of somebody who works for longer than an access token lasts: it is replaced when half of its time is over. A
 * server that cannot be asked just then is asked again at a later request, and meanwhile nobody waits: the old one is good
 * for as long again.
 */
final class LastingToken implements Supplier<String> {

    private record Held(String token, Instant replaceAt) {}

    private final Supplier<Answer> signIn;
    private final ReentrantLock replacing = new ReentrantLock();
    private volatile Held held;

    LastingToken(Supplier<Answer> signIn) {
        this.signIn = signIn;
    }

    @Override
    public String get() {
        if (held == null) {
            first();
        } else if (Instant.now().isAfter(held.replaceAt()) && replacing.tryLock()) {
            try {
                held = replaced();
            } catch (RuntimeException | AssertionError notNow) {
                // asked again at the next request
            } finally {
                replacing.unlock();
            }
        }
        return held.token();
    }

    private void first() {
        replacing.lock();
        try {
            held = held == null ? replaced() : held;
        } finally {
            replacing.unlock();
        }
    }

    private Held replaced() {
        Answer answer = signIn.get().mustBe(200);
        Instant now = Instant.now();
        Duration left = Duration.between(now, Instant.parse(answer.text("expires_at")));
        return new Held(answer.text("token"), now.plus(left.dividedBy(2)));
    }
}

package io.strata.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The token of somebody who works for longer than an access token lasts: it is replaced when half of its time is over. A
 * server that cannot be asked just then is asked again at the next request.
 */
final class LastingToken implements Supplier<String> {

    private final Supplier<Answer> signIn;
    private String token;
    private Instant replaceAt = Instant.MIN;

    LastingToken(Supplier<Answer> signIn) {
        this.signIn = signIn;
    }

    @Override
    public synchronized String get() {
        if (token == null) {
            replace();
        } else if (Instant.now().isAfter(replaceAt)) {
            try {
                replace();
            } catch (RuntimeException | AssertionError notNow) {
                // the old one is good for as long again
            }
        }
        return token;
    }

    private void replace() {
        Answer answer = signIn.get().mustBe(200);
        token = answer.text("token");
        Instant now = Instant.now();
        replaceAt = now.plus(
                Duration.between(now, Instant.parse(answer.text("expires_at"))).dividedBy(2));
    }
}

package io.strata.webhooks;

import java.time.Duration;

/**
 * How long the broker waits between attempts, to tell people about when the next one is. The broker decides: this
 * mirrors the address settings of queue WebhookDelivery in {@code wildfly-config/cli/30-messaging.cli}.
 */
final class RedeliveryPause {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MULTIPLIER = 2;

    private RedeliveryPause() {}

    /** The pause after the n-th attempt of a message, counted from 1. */
    static Duration after(int attempt) {
        double seconds = FIRST.toSeconds() * Math.pow(MULTIPLIER, Math.max(0, attempt - 1));
        return seconds >= LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds((long) seconds);
    }
}

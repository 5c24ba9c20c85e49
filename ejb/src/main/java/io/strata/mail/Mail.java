package io.strata.mail;

import java.time.Instant;

/**
 * A mail in plain text.
 *
 * @param to the address; {@code null} for nobody: it goes the same way and ends there, so that from outside a mail that is
 *     sent looks like one that is not
 * @param goodUntil when it has lost its meaning and is not sent any more
 */
public record Mail(String to, String subject, String text, Instant goodUntil) {}

package io.strata.transaction;

import jakarta.ejb.ApplicationException;

/**
 * A message that comes before what it speaks of. Broker and database commit one after the other; when the database is
 * killed in between, the message is there while its row waits for recovery. A consumer that took such a message for
 * outdated would lose it, so the broker is asked to bring it back.
 */
@ApplicationException
public final class EarlyMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EarlyMessageException() {
        super("What this message speaks of may still wait for its commit", null, false, false);
    }
}

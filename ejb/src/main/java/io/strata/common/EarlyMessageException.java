package io.strata.common;

import jakarta.ejb.ApplicationException;

/**
 * A message that comes before what it speaks of. Broker and database commit one after the other; when the database is
 * killed in between, the message is there while its row waits for recovery. A consumer that took such a message for
 * outdated would lose it, so the broker is asked to bring it back.
 */
@ApplicationException
public final class EarlyMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the pauses of our queues, the next one is 45 seconds after the first or later: recovery is over by then. */
    private static final int PATIENT_ATTEMPTS = 6;

    private EarlyMessageException(String message) {
        super(message, null, false, false);
    }

    /**
     * To be called when what a message speaks of is not there; returns when it will not come any more.
     *
     * @param attempt how often the message has been delivered, counted from 1
     * @throws EarlyMessageException for the broker, when it may still come
     */
    public static void unlessTooLate(int attempt) {
        if (attempt <= PATIENT_ATTEMPTS) {
            throw new EarlyMessageException("What this message speaks of is not there yet (attempt " + attempt + ")");
        }
    }
}

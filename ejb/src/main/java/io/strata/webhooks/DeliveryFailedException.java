package io.strata.webhooks;

import jakarta.ejb.ApplicationException;

/**
 * An attempt in vain, thrown so that the broker counts it and brings the message back after a pause. It is expected
 * and noted on the delivery, so it carries no stack trace.
 */
@ApplicationException
class DeliveryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeliveryFailedException(String message) {
        super(message, null, false, false);
    }
}

package io.strata.webhooks;

/** Where a delivery stands. */
enum DeliveryStatus {
    /** In the queue, not tried yet. */
    PENDING,
    /** The receiver answered with success. */
    DELIVERED,
    /** Tried in vain; it will be tried again. */
    FAILED,
    /** Given up; only a person sends it again. */
    DEAD;

    /** Whether nothing more happens without a person. */
    boolean isFinal() {
        return this == DELIVERED || this == DEAD;
    }
}

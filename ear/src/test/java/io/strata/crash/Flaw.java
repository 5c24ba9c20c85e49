package io.strata.crash;

/** What must never be found. */
enum Flaw {
    /** Acknowledged, and gone from every store. */
    LOST,
    /** In one store and not in another, or in the stores and without its audit entry or its event. */
    HALF_APPLIED,
    /** In a store, and nobody asked for it or the other store does not know it. */
    ORPHAN,
    /** One change, more than one effect. */
    DUPLICATED,
    /** Refused with an error, and done. */
    REFUSED_BUT_DONE,
    /** Not settled within the time that recovery has, or never. */
    UNSETTLED,
    /** The step of the commit was never come to, so nothing was shown. */
    NOT_REACHED
}

package io.strata.storage;

import java.io.IOException;

/** A stream that is longer than is accepted. */
public class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Names the limit, in bytes. */
    public TooLargeException(long maximum) {
        super("longer than " + maximum + " bytes");
    }
}

package io.strata.storage;

/** The store answered, and it has no object of that name. */
public class MissingObjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the key that was asked for. */
    public MissingObjectException(String key, Throwable cause) {
        super("no object " + key, cause);
    }
}

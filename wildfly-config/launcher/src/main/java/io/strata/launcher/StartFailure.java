package io.strata.launcher;

/** Strata cannot start; the message is one line for the person at the terminal and names the setting to change. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure that the message explains completely. */
    public StartFailure(String message) {
        super(message);
    }

    /** A failure with a cause that is worth a stack trace. */
    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.strata.realtime;

import java.util.Locale;

/** Why the server ends a connection, with the code that a WebSocket is closed with. */
public enum Ending {
    /** The sign-in has ended, its token has, or the account is not active any more: sign in and go on. */
    UNAUTHENTICATED(4401),
    /** The other side takes too long: come back and go on. */
    TOO_SLOW(4408),
    /** The other side does not answer, or has gone. */
    GONE(1001),
    /** Something went wrong here: come back and go on. */
    FAILED(1011);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    /** The code of the WebSocket's close frame. */
    public int code() {
        return code;
    }

    /** The word for clients and metrics. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

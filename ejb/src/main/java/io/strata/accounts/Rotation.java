package io.strata.accounts;

/** What became of a refresh token. */
sealed interface Rotation {

    /** It was good, and these are the next tokens. */
    record Rotated(Recognised recognised, SignedIn tokens) implements Rotation {}

    /** It was used a moment ago, so this is most likely another request of the same browser. */
    record Repeated(Recognised recognised) implements Rotation {}

    /** It is none, or its sign-in has ended: now, when it had been used before. */
    record Refused() implements Rotation {}
}

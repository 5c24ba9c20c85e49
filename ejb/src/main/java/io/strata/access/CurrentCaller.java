package io.strata.access;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Binds the {@link Caller} to the thread for the length of a request, a message or a job. It is a thread's and not a
 * CDI request's, because consumers and batch jobs have callers too.
 */
public final class CurrentCaller {

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    private CurrentCaller() {}

    /** The caller, if there is one. */
    public static Optional<Caller> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * The caller.
     *
     * @throws ProblemException unauthenticated, when nobody is signed in
     */
    public static Caller require() {
        return find().orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in first."));
    }

    /** Runs work on behalf of a caller and restores the one before, whatever happens. */
    public static <T> T callAs(Caller caller, Callable<T> work) throws Exception {
        Caller before = CURRENT.get();
        bind(caller);
        try {
            return work.call();
        } finally {
            bind(before);
        }
    }

    /** As {@link #callAs}, for work that neither returns a value nor throws a checked exception. */
    public static void runAs(Caller caller, Runnable work) {
        Caller before = CURRENT.get();
        bind(caller);
        try {
            work.run();
        } finally {
            bind(before);
        }
    }

    /** Binds a caller, or nobody when {@code null}; whoever binds must unbind on the same thread. */
    public static void bind(Caller caller) {
        if (caller == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(caller);
        }
    }
}

package io.strata.approvals;

import java.util.function.Supplier;

/** Marks the thread on which a call is made that was approved, or only tried: it is not asked for once more. */
final class Performing {

    private static final ThreadLocal<Boolean> NOW = new ThreadLocal<>();

    private Performing() {}

    static boolean isNow() {
        return NOW.get() != null;
    }

    static <T> T call(Supplier<T> work) {
        Boolean before = NOW.get();
        NOW.set(Boolean.TRUE);
        try {
            return work.get();
        } finally {
            if (before == null) {
                NOW.remove();
            }
        }
    }
}

package io.strata.access;

import java.util.List;

/** An argument of a call that names things within it, so that a {@link Refusal} can say what the call was about. */
public interface Referring {

    /** Their ids or short ids, the most important first. */
    List<String> references();
}

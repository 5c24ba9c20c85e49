package io.strata.audit;

import java.util.Optional;

/**
 * Knows the things of one kind, for refusals. A feature provides one when its things have other names than their ids, or
 * can end without an entry of their own. Every other thing is known by its last entry.
 */
public interface SubjectSource {

    /** The kind, as entries name it. */
    String kind();

    /** A thing by whatever callers call it; empty when it does not exist. Asks for no permission. */
    Optional<Subject> find(String reference);
}

package io.strata.settings;

/**
 * Something outside this process that the server needs. Every CDI bean of this type is part of the health report; each
 * feature contributes the ones it talks to.
 */
public interface Dependency {

    /** The name in the report, in snake case: {@code object_storage}. */
    String name();

    /**
     * Asks for a sign of life, as cheaply as it can be real. It may hang; the caller bounds it.
     *
     * @throws Exception when the dependency cannot do its work
     */
    void check() throws Exception;
}

package io.strata.audit;

/** A hash of the chain, kept where the owner of the database cannot change it. */
public record Checkpoint(long position, String hash) {}

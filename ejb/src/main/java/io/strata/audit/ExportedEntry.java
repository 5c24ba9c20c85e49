package io.strata.audit;

import io.strata.audit.chain.CanonicalEntry;
import io.strata.audit.chain.Link;

/** An entry with its place in the chain. */
public record ExportedEntry(CanonicalEntry entry, Link link) {}

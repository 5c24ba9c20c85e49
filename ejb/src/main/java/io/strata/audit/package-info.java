/**
 * Who did what to which thing, with the state before and after, and who was refused what. Entries are written in the
 * transaction of the change they describe ({@link io.strata.audit.AuditLog}); refusals in one of their own, told by the
 * gate ({@link io.strata.access.Refusal}). Afterwards each gets its place in one chain of hashes
 * ({@link io.strata.audit.AuditChain}). The truth is in PostgreSQL, where the server's role can add entries and change
 * nothing. The form of the chain, and how to verify it without a server, is in {@link io.strata.audit.chain}.
 */
package io.strata.audit;

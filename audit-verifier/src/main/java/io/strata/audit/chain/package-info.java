/**
 * The chain of the audit log: the canonical form of an entry, the hash that links it to the one before, the form of an
 * export, and a program that verifies one ({@link io.strata.audit.chain.VerifyExport}). The server uses the same classes.
 * Nothing here needs a server, a store or a library, so that whoever distrusts all of them can still verify. The forms
 * are a published contract: what once had a hash keeps it. {@code docs/audit.md} describes them.
 */
package io.strata.audit.chain;

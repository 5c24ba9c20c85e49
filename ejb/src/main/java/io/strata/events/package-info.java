/**
 * What happened, told to whoever listens. Events travel as a message of the transaction that caused them, so they are
 * delivered if and only if it committed; listeners see each at least once.
 *
 * <p>They are also kept, in PostgreSQL ({@code event}), for those who follow and come back: written by the same
 * transaction, put into one order after the commit ({@link io.strata.events.EventSequencer}), let go of after
 * {@code STRATA_EVENTS_HOURS}. Who may hear of which is decided by the rows themselves
 * ({@link io.strata.events.EventAudience}, row-level security).
 */
package io.strata.events;

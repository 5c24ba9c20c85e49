/**
 * Work that agents and people take on: what can be worked on next, claims with a lease, progress, handing back and
 * completing. The truth is in PostgreSQL, {@code work_claim} and {@code work_report}; status and assignee of the issues
 * are {@code graph}'s and change through its services. The way in is {@link io.strata.agents.WorkService} for what there
 * is to do, and {@link io.strata.agents.ClaimService} for doing it.
 *
 * <p>A claim is live until it is ended or its lease is over, whichever comes first. Nothing sweeps claims whose lease is
 * over: whoever reads looks at the time.
 */
package io.strata.agents;

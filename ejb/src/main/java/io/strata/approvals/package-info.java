/**
 * Destructive calls of agents wait for a person. The truth is in PostgreSQL, {@code approval_request}. The way in is
 * {@link io.strata.access.Destructive} on a service method, for which there is one {@code Operation} here, and
 * {@link io.strata.approvals.ApprovalService} for those who look and decide.
 *
 * <p>A request is pending until somebody decides or its time is over. When it is approved, the rights of both are asked
 * again, and what the call would do is compared with what was looked at. Then three transactions follow each other: the
 * decision, the call on behalf of the agent, and what became of it. A crash between them leaves a request that was
 * approved and says nothing about its end; the audit says whether the call was made.
 */
package io.strata.approvals;

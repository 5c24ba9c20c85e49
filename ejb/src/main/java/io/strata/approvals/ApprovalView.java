package io.strata.approvals;

import io.strata.access.Action;
import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A request for approval as its reader sees it.
 *
 * @param action the right that whoever decides needs, for {@code nodeId} or, where that is {@code null}, the workspace
 * @param requestedBy the agent's handle
 * @param preview effects on nodes that the reader does not see say nothing but what is done
 * @param decidedBy the handle of who decided
 * @param reason why it was rejected or failed
 * @param result what the call has answered
 * @param mayDecide whether the reader has the right to approve and to reject, and there is something to decide
 */
@RequiredFields(allBut = {"projectId", "nodeId", "decidedBy", "decidedAt", "reason", "result"})
public record ApprovalView(
        UUID id,
        String operation,
        UUID workspaceId,
        UUID projectId,
        UUID nodeId,
        Action action,
        String summary,
        ApprovalStatus status,
        String requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        CallPreview preview,
        String decidedBy,
        Instant decidedAt,
        String reason,
        Map<String, Object> result,
        boolean mayDecide) {}

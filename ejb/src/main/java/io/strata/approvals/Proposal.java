package io.strata.approvals;

import io.strata.access.Action;
import java.util.UUID;

/**
 * A call that somebody wants to make.
 *
 * @param nodeId the node for which a right is needed; {@code null} when it is needed for the workspace
 * @param action the right
 * @param summary one sentence for whoever decides
 * @param arguments of the call, in the form that can be stored
 */
record Proposal(
        UUID workspaceId,
        UUID projectId,
        UUID nodeId,
        Action action,
        String summary,
        String arguments,
        CallPreview preview) {}

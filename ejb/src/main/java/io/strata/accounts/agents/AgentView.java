package io.strata.accounts.agents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * An agent as its workspace sees it.
 *
 * @param workspaceId whose administrators look after it; {@code null} when that workspace has gone
 * @param ownerId who answers for it; {@code null} when that account has gone
 * @param active whether its tokens are taken
 */
@RequiredFields(allBut = {"description", "workspaceId", "ownerId", "ownerHandle"})
public record AgentView(
        UUID id,
        String handle,
        String displayName,
        String description,
        UUID workspaceId,
        UUID ownerId,
        String ownerHandle,
        boolean active,
        Instant createdAt) {}

package io.strata.audit;

import io.strata.common.RequiredFields;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the audit log as its reader sees it.
 *
 * @param tokenId the API token with which it was done; {@code null} for somebody who had signed in
 * @param before the state before; {@code null} when the thing was made
 * @param after the state after; {@code null} when the thing was removed
 * @param position its place in the chain; {@code null} until it is sealed, which takes at most two seconds
 * @param hash what binds it to everything before it, likewise
 */
@RequiredFields(allBut = {"tokenId", "workspaceId", "subjectId", "before", "after", "position", "hash"})
public record AuditView(
        long id,
        Instant occurredAt,
        UUID actorId,
        String actorHandle,
        UUID tokenId,
        String action,
        UUID workspaceId,
        String subjectKind,
        UUID subjectId,
        JsonValue before,
        JsonValue after,
        Long position,
        String hash) {}

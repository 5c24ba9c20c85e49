package io.strata.realtime;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event as those who follow see it.
 *
 * @param sequence its place in the order of all events; later ones have higher numbers, and gaps mean nothing
 * @param type what happened, in the past tense: {@code node.created}
 * @param projectId {@code null} when it concerns no project
 * @param subjectId the thing it happened to
 * @param actorId who did it
 * @param data what depends on the type, as with webhooks
 */
@RequiredFields(allBut = {"workspaceId", "projectId", "subjectId", "actorId"})
public record EventView(
        long sequence,
        UUID id,
        String type,
        Instant occurredAt,
        UUID workspaceId,
        UUID projectId,
        UUID subjectId,
        UUID actorId,
        Map<String, Object> data) {}

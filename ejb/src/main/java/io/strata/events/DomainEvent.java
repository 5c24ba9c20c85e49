package io.strata.events;

import io.strata.access.CurrentCaller;
import io.strata.common.UuidV7;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened.
 *
 * @param id unique; listeners use it to recognise an event they have seen
 * @param type what happened, in the past tense: {@code node.created}
 * @param projectId {@code null} when it concerns no project
 * @param subjectId the thing it happened to
 * @param data what a receiver wants to know without asking back
 */
public record DomainEvent(
        UUID id,
        String type,
        UUID workspaceId,
        UUID projectId,
        UUID subjectId,
        UUID actorId,
        Instant occurredAt,
        Map<String, Object> data) {

    /** Something that the caller does now. */
    public static DomainEvent now(
            String type, UUID workspaceId, UUID projectId, UUID subjectId, Map<String, Object> data) {
        return new DomainEvent(
                UuidV7.next(),
                type,
                workspaceId,
                projectId,
                subjectId,
                CurrentCaller.require().actorId(),
                Instant.now(),
                data);
    }
}

package io.strata.graph;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that was done to a node.
 *
 * @param action as the audit calls it: {@code node.changed}
 * @param changes the fields that changed; none when the node went into the trash or came back
 */
public record NodeChange(
        Instant occurredAt, UUID actorId, String actorHandle, String action, List<FieldChange> changes) {

    /**
     * That a field got another value.
     *
     * @param from {@code null} when there was none, or it is hidden from the caller; so is the other
     */
    public record FieldChange(String field, JsonValue from, JsonValue to) {}
}

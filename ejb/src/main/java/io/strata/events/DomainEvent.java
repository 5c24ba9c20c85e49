package io.strata.events;

import io.strata.access.CurrentCaller;
import io.strata.common.UuidV7;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern IDENTIFIER = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Under which names the data says whom an event is meant for in person: one id, or a list of them. */
    private static final List<String> RECIPIENTS =
            List.of("assignee_id", "previous_assignee_id", "mentions", "recipients");

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

    /**
     * Everything that the event names by its id, in subject and data: the nodes among it are those whose rights decide who
     * may hear of the event.
     */
    public Set<UUID> mentioned() {
        Set<UUID> mentioned = new TreeSet<>();
        Optional.ofNullable(subjectId).ifPresent(mentioned::add);
        data.values().stream().flatMap(DomainEvent::identifiers).forEach(mentioned::add);
        return mentioned;
    }

    /** The actors whom the event concerns in person. */
    public Set<UUID> recipients() {
        Set<UUID> recipients = new TreeSet<>();
        RECIPIENTS.forEach(name -> identifiers(data.get(name)).forEach(recipients::add));
        return recipients;
    }

    /** The node that the event is about, if it is about one: its subject, or that on which the subject hangs. */
    public UUID about() {
        return identifiers(data.get("node_id")).findFirst().orElse(subjectId);
    }

    private static Stream<UUID> identifiers(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(DomainEvent::identifiers);
        }
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().flatMap(DomainEvent::identifiers);
        }
        String text = String.valueOf(value);
        return IDENTIFIER.matcher(text).matches() ? Stream.of(UUID.fromString(text)) : Stream.empty();
    }
}

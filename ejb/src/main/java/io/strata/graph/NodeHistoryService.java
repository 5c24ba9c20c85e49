package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.audit.AuditView;
import io.strata.audit.SubjectChanges;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.graph.NodeChange.FieldChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has become of a node, out of the audit, for everybody who may read the node. */
@ApplicationScoped
public class NodeHistoryService {

    private static final String PARENT = "parent_id";

    private static final List<String> FIELDS = List.of(
            "title",
            "description",
            "status",
            "labels",
            "assignee_id",
            "priority",
            "estimate",
            "due_date",
            "cycle_id",
            PARENT);

    private static final String MOVED = "node.moved";
    private static final String CORRECTED = "node.corrected";

    /** Whose states before and after are not values of fields. */
    private static final Set<String> WHOLE = Set.of("node.deleted", "node.restored");

    private static final List<String> OF_FIELDS = List.of("node.created", "node.changed", CORRECTED);
    private static final List<String> ALL = Stream.of(OF_FIELDS, List.of(MOVED), WHOLE)
            .flatMap(actions -> actions.stream())
            .toList();

    @Inject
    NodeService nodes;

    @Inject
    AuditLog audit;

    /**
     * What has changed, when, and by whom, the latest first.
     *
     * @param field only changes of this one; {@code null} means all
     */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<NodeChange> of(String idOrShortId, String field, String cursor, Integer limit) {
        NodeView node = nodes.require(idOrShortId, Action.NODE_READ);
        if (field != null && !FIELDS.contains(field)) {
            throw ProblemException.validation("field", "must be one of " + String.join(", ", FIELDS));
        }
        Page<AuditView> entries =
                audit.changes(new SubjectChanges("node", node.id(), actions(field), field), cursor, limit);
        Set<UUID> seen = seenParents(entries.items());
        return new Page<>(
                entries.items().stream()
                        .map(entry -> change(entry, field, seen))
                        .toList(),
                entries.nextCursor());
    }

    private static List<String> actions(String field) {
        if (field == null) {
            return ALL;
        }
        return field.equals(PARENT) ? List.of(MOVED, CORRECTED) : OF_FIELDS;
    }

    /** Where a node has hung is nobody's business who does not see it there. */
    private Set<UUID> seenParents(List<AuditView> entries) {
        Map<UUID, NodeReference> seen = nodes.references(entries.stream()
                .flatMap(entry -> Stream.of(value(entry.before(), PARENT), value(entry.after(), PARENT)))
                .filter(JsonString.class::isInstance)
                .map(parent -> UUID.fromString(((JsonString) parent).getString()))
                .collect(Collectors.toSet()));
        return seen.keySet();
    }

    private static NodeChange change(AuditView entry, String field, Set<UUID> seenParents) {
        List<FieldChange> changes = fieldsOf(entry)
                .filter(name -> field == null || field.equals(name))
                .map(name -> new FieldChange(
                        name,
                        shown(value(entry.before(), name), name, seenParents),
                        shown(value(entry.after(), name), name, seenParents)))
                .toList();
        return new NodeChange(entry.occurredAt(), entry.actorId(), entry.actorHandle(), entry.action(), changes);
    }

    private static Stream<String> fieldsOf(AuditView entry) {
        if (WHOLE.contains(entry.action())) {
            return Stream.empty();
        }
        Stream<String> fields = entry.action().equals(MOVED) ? Stream.of(PARENT) : FIELDS.stream();
        return fields.filter(name -> !Objects.equals(value(entry.before(), name), value(entry.after(), name)));
    }

    private static JsonValue shown(JsonValue value, String field, Set<UUID> seenParents) {
        boolean hidden = field.equals(PARENT)
                && value instanceof JsonString parent
                && !seenParents.contains(UUID.fromString(parent.getString()));
        return hidden ? null : value;
    }

    private static JsonValue value(JsonValue state, String field) {
        return state instanceof JsonObject object ? object.get(field) : null;
    }
}

package io.strata.search;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks the database's function for what is found; it knows the caller and shows nothing that is hidden from them. */
@ApplicationScoped
class Hits {

    /** Stands between the elements of a list on the way to the database and back; no label contains it. */
    private static final String SEPARATOR = "\u001f";

    private static final String PAGE = """
            select p.id, p.kind, p.rank, p.total, p.of_kind, p.workspace_id, p.project_id, p.short_id, p.title, p.marked,
                   p.status, p.labels, p.assignee_id, p.updated_at, p.node_id, p.node_short_id, p.node_title, p.snippet
            from search_page(:typed, :beginning, string_to_array(cast(:kinds as text), chr(31)),
                             string_to_array(cast(:statuses as text), chr(31)),
                             string_to_array(cast(:labels as text), chr(31)),
                             cast(string_to_array(cast(:assignees as text), chr(31)) as uuid[]), cast(:workspace as uuid),
                             cast(:project as uuid), cast(:below as uuid), cast(:since as timestamptz),
                             cast(:rank as double precision), cast(:last as uuid), :size, cast(:each as integer), :detailed,
                             :start, :stop) p
            """;

    /** Row-level security shows it only to whoever sees the node. */
    private static final String NODE = """
            select e.id from search_entry e
            where e.kind in ('COMPONENT', 'ISSUE') and not e.trashed
              and (e.short_id = :node or e.id = cast(:id as uuid))
            """;

    private static final String PROJECT = "select count(*) from project p where p.id = :project";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * What is wanted of all that is found.
     *
     * @param size how many
     * @param each how many of each kind; {@code null} when that does not matter
     * @param after behind which; {@code null} for the beginning
     * @param detailed whether with snippets
     */
    record Extent(int size, Integer each, Position after, boolean detailed) {}

    /**
     * What was found, in its place.
     *
     * @param total how many were found
     * @param ofKind how many of the same kind
     */
    record Found(SearchHit hit, Position position, long total, long ofKind) {}

    /** Where a hit stands in the order of all: by falling rank, then by falling id. */
    record Position(double rank, UUID id) {

        /** The position behind a cursor; {@code null} for none. */
        static Position of(String cursor) {
            if (cursor == null) {
                return null;
            }
            try {
                int colon = cursor.indexOf(':');
                return new Position(
                        Double.parseDouble(cursor.substring(0, colon)), UUID.fromString(cursor.substring(colon + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw ProblemException.validation("cursor", "is none that a search gave");
            }
        }

        String cursor() {
            return rank + ":" + id;
        }
    }

    @SuppressWarnings("unchecked")
    List<Found> find(SearchWords words, SearchFilter filter, UUID below, Extent extent) {
        Position after = extent.after();
        List<Tuple> rows = entities.createNativeQuery(PAGE, Tuple.class)
                .setParameter("typed", words.text())
                .setParameter("beginning", words.beginning())
                .setParameter("kinds", joined(filter.kinds()))
                .setParameter("statuses", joined(filter.statuses()))
                .setParameter("labels", joined(filter.labels()))
                .setParameter("assignees", joined(filter.assigneeIds()))
                .setParameter("workspace", text(filter.workspaceId()))
                .setParameter("project", text(filter.projectId()))
                .setParameter("below", text(below))
                .setParameter("since", text(filter.since()))
                .setParameter("rank", after == null ? null : Double.toString(after.rank()))
                .setParameter("last", after == null ? null : text(after.id()))
                .setParameter("size", extent.size())
                .setParameter("each", extent.each())
                .setParameter("detailed", extent.detailed())
                .setParameter("start", Snippet.START)
                .setParameter("stop", Snippet.STOP)
                .getResultList();
        return rows.stream().map(Hits::found).toList();
    }

    /** The node of an id or short id, if the caller sees it. */
    @SuppressWarnings("unchecked")
    Optional<UUID> node(String idOrShortId) {
        boolean shortId = idOrShortId.length() != 36;
        List<UUID> nodes = entities.createNativeQuery(NODE, UUID.class)
                .setParameter("node", shortId ? idOrShortId : "")
                .setParameter("id", shortId ? null : identifier(idOrShortId))
                .getResultList();
        return nodes.stream().findFirst();
    }

    /** Whether the caller sees a project. */
    boolean seesProject(UUID project) {
        return ((Number) entities.createNativeQuery(PROJECT)
                                .setParameter("project", project)
                                .getSingleResult())
                        .intValue()
                > 0;
    }

    private static Found found(Tuple row) {
        UUID id = row.get("id", UUID.class);
        UUID node = row.get("node_id", UUID.class);
        String snippet = row.get("snippet", String.class);
        String labels = row.get("labels", String.class);
        SearchHit hit = new SearchHit(
                EntryKind.valueOf(row.get("kind", String.class)),
                id,
                row.get("short_id", String.class),
                row.get("title", String.class),
                Snippet.html(row.get("marked", String.class)),
                snippet == null || snippet.isBlank() ? null : Snippet.html(snippet),
                row.get("workspace_id", UUID.class),
                row.get("project_id", UUID.class),
                row.get("status", String.class),
                labels == null || labels.isEmpty() ? List.of() : Arrays.asList(labels.split(SEPARATOR)),
                row.get("assignee_id", UUID.class),
                node == null
                        ? null
                        : new SearchHit.Place(
                                node, row.get("node_short_id", String.class), row.get("node_title", String.class)),
                row.get("updated_at", Instant.class));
        return new Found(
                hit,
                new Position(row.get("rank", Double.class), id),
                row.get("total", Long.class),
                row.get("of_kind", Long.class));
    }

    private static String joined(List<?> values) {
        return values.isEmpty()
                ? null
                : String.join(SEPARATOR, values.stream().map(Object::toString).toList());
    }

    private static String identifier(String node) {
        return Validation.identifier(node, "node").toString();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}

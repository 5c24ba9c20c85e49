package io.strata.realtime;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Visibility;
import io.strata.common.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Events as rows. Each question is one statement, so that the position, what is pruned and the events are of one moment.
 * What is visible is said twice: here with the caller's rights, and by row-level security.
 */
@ApplicationScoped
class EventRows {

    private static final String PAGE = """
            select p.sequence as head, p.pruned as pruned, e.sequence as sequence, e.id as id, e.type as type,
              to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at,
              e.workspace_id as workspace_id, e.project_id as project_id, e.subject_id as subject_id,
              e.actor_id as actor_id, e.data as data
            from event_position p
            left join lateral (
              select e.* from event e
              where e.sequence > :after and p.sequence - :after <= :furthest and (%s) and (%s)
              order by e.sequence limit :limit) e on true
            order by e.sequence
            """;

    private static final String VISIBLE = """
            cast(:everything as boolean)
            or (e.workspace_id is null and cast(nullif(:me, '') as uuid) = any (e.recipients))
            or (cardinality(e.nodes) = 0
              and concat(e.required, ':', e.workspace_id) = any (string_to_array(:open, ',')))
            or (cardinality(e.nodes) > 0 and not exists (
              select from unnest(e.nodes) as named (id) left join node_content c on c.node_id = named.id
              where c.node_id is null
                or not (concat(e.required, ':', c.zone_id) = any (string_to_array(:granted, ','))
                  or concat(e.required, ':', c.workspace_id) = any (string_to_array(:open, ','))
                    and not concat(e.required, ':', c.zone_id) = any (string_to_array(:hidden, ',')))))
            """;

    private static final Map<ChannelKind, String> ON_CHANNELS = Map.of(
            ChannelKind.PROJECT, "e.project_id = any (cast(string_to_array(:projects, ',') as uuid[]))",
            ChannelKind.NODE, "e.nodes && cast(string_to_array(:nodes, ',') as uuid[])",
            ChannelKind.USER, "e.recipients && cast(string_to_array(:users, ',') as uuid[])");

    private static final Map<ChannelKind, String> PARAMETERS =
            Map.of(ChannelKind.PROJECT, "projects", ChannelKind.NODE, "nodes", ChannelKind.USER, "users");

    private static final String HEADLINES = """
            select p.sequence as head, cast(e.project_id as text) as project, array_to_string(e.nodes, ',') as nodes,
              array_to_string(e.recipients, ',') as recipients
            from event_position p
            left join lateral (
              select e.* from event e where e.sequence > :after order by e.sequence limit :limit) e on true
            """;

    /**
     * What is new for all servers' connections together.
     *
     * @param head the last place
     * @param headlines of the events since then; empty when these are too many to look at each
     */
    record News(long head, Optional<List<Headline>> headlines) {

        /** The actors whom something new concerns in person; nobody when there is too much to look at. */
        Set<UUID> inPerson() {
            return headlines.orElse(List.of()).stream()
                    .flatMap(headline -> headline.recipients().stream())
                    .collect(Collectors.toSet());
        }
    }

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Events after a place that the caller may hear of.
     *
     * @param channels of these; of all when there are none
     * @param furthest how many places may lie between
     */
    EventPage after(
            long after, List<Channel> channels, int limit, long furthest, Map<Action, Visibility> visibilities) {
        Map<ChannelKind, List<Channel>> kinds = channels.stream().collect(Collectors.groupingBy(Channel::kind));
        String onChannels = kinds.isEmpty()
                ? "true"
                : kinds.keySet().stream().map(ON_CHANNELS::get).collect(Collectors.joining(" or "));
        Query query = entities.createNativeQuery(PAGE.formatted(VISIBLE, onChannels), Tuple.class)
                .setParameter("after", after)
                .setParameter("furthest", furthest)
                .setParameter("limit", limit + 1)
                .setParameter("me", inPerson())
                .setParameter("everything", visibilities.values().stream().allMatch(Visibility::everything))
                .setParameter("open", keys(visibilities, Visibility::workspaces))
                .setParameter("hidden", keys(visibilities, Visibility::hidden))
                .setParameter("granted", keys(visibilities, Visibility::granted));
        kinds.forEach((kind, some) -> query.setParameter(
                PARAMETERS.get(kind),
                some.stream().map(channel -> channel.id().toString()).collect(Collectors.joining(","))));
        return page(rows(query), after, limit, furthest);
    }

    /** To whom goes what belongs to no workspace; empty for nobody, since a token with limits does not reach that. */
    private static String inPerson() {
        Caller caller = CurrentCaller.require();
        return caller.limits().isPresent() ? "" : caller.actorId().toString();
    }

    private static EventPage page(List<Tuple> rows, long after, int limit, long furthest) {
        long head = rows.get(0).get("head", Long.class);
        long pruned = rows.get(0).get("pruned", Long.class);
        if (after > head || after < pruned || head - after > furthest) {
            return new EventPage(List.of(), head, false, true);
        }
        List<EventView> events = rows.stream()
                .filter(row -> row.get("sequence") != null)
                .limit(limit)
                .map(EventRows::view)
                .toList();
        boolean more = rows.size() > limit;
        return new EventPage(events, more ? events.get(limit - 1).sequence() : head, more, false);
    }

    /** The last place that was given. */
    long head() {
        return ((Number) entities.createNativeQuery("select sequence from event_position")
                        .getSingleResult())
                .longValue();
    }

    /** What has come after a place, whoever may hear of it. */
    News news(long after, int most) {
        List<Tuple> rows = rows(entities.createNativeQuery(HEADLINES, Tuple.class)
                .setParameter("after", after)
                .setParameter("limit", most));
        long head = rows.get(0).get("head", Long.class);
        if (rows.size() >= most) {
            return new News(head, Optional.empty());
        }
        List<Headline> headlines = new ArrayList<>();
        for (Tuple row : rows) {
            if (row.get("nodes") != null) {
                Set<UUID> project = ids(row.get("project"));
                headlines.add(new Headline(
                        project.stream().findFirst().orElse(null), ids(row.get("nodes")), ids(row.get("recipients"))));
            }
        }
        return new News(head, Optional.of(headlines));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }

    private static EventView view(Tuple row) {
        return new EventView(
                row.get("sequence", Long.class),
                row.get("id", UUID.class),
                row.get("type", String.class),
                Instant.parse(row.get("occurred_at", String.class)),
                row.get("workspace_id", UUID.class),
                row.get("project_id", UUID.class),
                row.get("subject_id", UUID.class),
                row.get("actor_id", UUID.class),
                Json.read(row.get("data", String.class), Map.class));
    }

    private static String keys(Map<Action, Visibility> visibilities, Function<Visibility, List<String>> part) {
        return visibilities.entrySet().stream()
                .flatMap(entry -> part.apply(entry.getValue()).stream()
                        .map(id -> entry.getKey().name() + ":" + id))
                .collect(Collectors.joining(","));
    }

    private static Set<UUID> ids(Object joined) {
        return joined == null || ((String) joined).isEmpty()
                ? Set.of()
                : Arrays.stream(((String) joined).split(","))
                        .map(UUID::fromString)
                        .collect(Collectors.toSet());
    }
}

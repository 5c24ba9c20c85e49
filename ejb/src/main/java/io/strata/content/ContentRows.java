package io.strata.content;

import io.strata.access.CurrentCaller;
import io.strata.common.Json;
import io.strata.common.Page;
import io.strata.content.markdown.KnownReferences;
import io.strata.content.markdown.MarkdownText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads what people have written about a node, with everything that hangs on it, in one question; row-level security
 * leaves out what the caller may not see. The texts become HTML here, for this reader.
 */
@ApplicationScoped
class ContentRows {

    /** The condition that the asking actor may read the comments on the node with the content {@code c}. */
    static final String MAY_READ_COMMENTS = """
            ((select sees_everything())
              or c.workspace_id = any (cast((select open_workspaces('COMMENT_READ')) as uuid[]))
                 and (c.zone_id is null or c.zone_id <> all (cast((select hidden_zones('COMMENT_READ')) as uuid[])))
              or c.zone_id is not null and c.zone_id = any (cast((select granted_zones('COMMENT_READ')) as uuid[])))
            """.strip();

    private static final int NAMED_REACTORS = 20;

    private static final String QUESTION = """
            with node as materialized (
                   select c.node_id, c.description, %1$s as readable
                   from node_content c where c.node_id = cast(:node as uuid)),
                 page as materialized (
                   select k.* from comment k
                   where k.node_id = cast(:node as uuid) and (select n.readable from node n)
                     and k.id > cast(:after as uuid)
                     and (cast(:only as uuid) is null or k.id = cast(:only as uuid))
                   order by k.id limit :limit),
                 subject as materialized (
                   select n.node_id as id from node n union all select p.id from page p),
                 reacted as (
                   select r.subject_id, r.emoji, count(*) as number, min(r.created_at) as since,
                          bool_or(r.actor_id = cast(:me as uuid)) as mine,
                          json_agg(a.handle order by r.place) filter (where r.place <= :named) as handles
                   from (select x.*, row_number() over (partition by x.subject_id, x.emoji
                                                        order by x.created_at, x.actor_id) as place
                         from reaction x where x.subject_id in (select s.id from subject s)) r
                     join actor a on a.id = r.actor_id
                   group by r.subject_id, r.emoji),
                 reactions as (
                   select r.subject_id, json_agg(json_build_object(
                            'emoji', r.emoji, 'count', r.number, 'mine', r.mine, 'handles', r.handles)
                            order by r.since, r.emoji) as list
                   from reacted r group by r.subject_id),
                 mentions as (
                   select m.subject_id, json_agg(json_build_object('actor_id', a.id, 'handle', a.handle)
                            order by a.handle) as list
                   from mention m join actor a on a.id = m.actor_id
                   where m.subject_id in (select s.id from subject s) group by m.subject_id),
                 attachments as (
                   select a.subject_id, json_agg(json_build_object(
                            'id', a.id, 'node_id', a.node_id, 'comment_id', a.comment_id, 'owner_id', a.owner_id,
                            'file_name', a.file_name, 'mime_type', a.mime_type, 'size_bytes', a.size_bytes,
                            'sha256', a.sha256, 'created_at', %5$s) order by a.id) as list
                   from attachment a where a.subject_id in (select s.id from subject s) group by a.subject_id),
                 named as (
                   select distinct (regexp_matches(t.text, '([A-Z][A-Z0-9]+)-C?[0-9]', 'g'))[1] as key
                   from (select n.description as text from node n where cast(:only as uuid) is null
                         union all select p.text from page p) t)
            select cast(json_build_object(
                'description', case when :described then n.description end,
                'readable', n.readable,
                'watching', exists (select from watcher w where w.node_id = n.node_id
                                    and w.actor_id = cast(:me as uuid) and w.watching),
                'mentions', coalesce((select m.list from mentions m where m.subject_id = n.node_id), '[]'),
                'reactions', coalesce((select r.list from reactions r where r.subject_id = n.node_id), '[]'),
                'attachments', coalesce((select a.list from attachments a where a.subject_id = n.node_id), '[]'),
                'comments', coalesce((
                   select json_agg(json_build_object(
                       'id', p.id, 'node_id', p.node_id, 'parent_id', p.parent_id, 'author_id', p.author_id,
                       'text', case when not p.deleted then p.text end, 'deleted', p.deleted,
                       'resolved_at', %2$s, 'resolved_by', p.resolved_by,
                       'mentions', coalesce(m.list, '[]'), 'reactions', coalesce(r.list, '[]'),
                       'attachments', coalesce(a.list, '[]'),
                       'created_at', %3$s, 'updated_at', %4$s) order by p.id)
                   from page p
                     left join mentions m on m.subject_id = p.id
                     left join reactions r on r.subject_id = p.id
                     left join attachments a on a.subject_id = p.id), '[]'),
                'keys', coalesce((select json_agg(k.key) from project k where k.key in (select key from named)), '[]'))
              as text)
            from node n
            """.formatted(
                    MAY_READ_COMMENTS,
                    moment("p.resolved_at"),
                    moment("p.created_at"),
                    moment("p.updated_at"),
                    moment("a.created_at"));

    private static final UUID BEGINNING = new UUID(0, 0);

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** A point in time as JSON has it. */
    static String moment(String column) {
        return "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(column);
    }

    /**
     * All about a node.
     *
     * @param limit how many comments at most
     */
    ContentView ofNode(UUID nodeId, int limit) {
        return ask(nodeId, BEGINNING, null, limit + 1, true)
                .map(row -> new ContentView(
                        row.description(),
                        html(row.description(), row.mentions(), row.keys()),
                        row.mentions(),
                        row.readable() ? page(row, limit) : null,
                        row.reactions(),
                        row.attachments(),
                        row.watching()))
                .orElse(ContentView.EMPTY);
    }

    /** The comments on a node behind another; none when the caller may not read them. */
    Page<CommentView> comments(UUID nodeId, UUID after, int limit) {
        return ask(nodeId, after == null ? BEGINNING : after, null, limit + 1, false)
                .map(row -> page(row, limit))
                .orElse(new Page<>(List.of(), null));
    }

    /** One comment; empty when there is none, or the caller may not read it. */
    Optional<CommentView> ofComment(UUID nodeId, UUID commentId) {
        return ask(nodeId, BEGINNING, commentId, 1, false).stream()
                .flatMap(row -> shown(row).stream())
                .findFirst();
    }

    /** The reactions to a node itself. */
    List<ReactionView> reactions(UUID nodeId) {
        return ask(nodeId, BEGINNING, null, 0, false).map(ContentRow::reactions).orElse(List.of());
    }

    private static Page<CommentView> page(ContentRow row, int limit) {
        return Page.of(shown(row), limit, comment -> comment.id().toString());
    }

    private static List<CommentView> shown(ContentRow row) {
        return row.comments().stream()
                .map(comment -> comment.deleted()
                        ? comment
                        : comment.withHtml(html(comment.text(), comment.mentions(), row.keys())))
                .toList();
    }

    private static String html(String text, List<MentionedActor> mentions, List<String> keys) {
        return text == null || text.isEmpty()
                ? ""
                : MarkdownText.read(text)
                        .html(new KnownReferences(
                                mentions.stream()
                                        .collect(Collectors.toMap(MentionedActor::handle, MentionedActor::actorId)),
                                Set.copyOf(keys)));
    }

    private Optional<ContentRow> ask(UUID nodeId, UUID after, UUID only, int limit, boolean described) {
        List<?> rows = entities.createNativeQuery(QUESTION)
                .setParameter("node", nodeId.toString())
                .setParameter("after", after.toString())
                .setParameter("only", only == null ? null : only.toString())
                .setParameter("limit", limit)
                .setParameter("described", described)
                .setParameter("named", NAMED_REACTORS)
                .setParameter("me", CurrentCaller.require().actorId().toString())
                .getResultList();
        return rows.stream().findFirst().map(row -> Json.read((String) row, ContentRow.class));
    }
}

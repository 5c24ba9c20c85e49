package io.strata.content;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.common.Json;
import io.strata.content.markdown.MarkdownText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Mentions in PostgreSQL; who is mentioned watches the node. A text mentions who has the handle, is active and may read the text at that moment; whether they
 * still may is asked again when the mention is read.
 */
@ApplicationScoped
class Mentions {

    /** How many people one text can call; the names after these are plain words. */
    static final int MOST = 50;

    private static final String FORGET = """
            delete from mention m using actor a
            where a.id = m.actor_id and m.subject_id = cast(:subject as uuid) and a.handle <> all (cast(:handles as text[]))
            """;

    private static final String NOTE = """
            insert into mention (actor_id, node_id, comment_id, mentioned_by)
            select a.id, c.node_id, cast(:comment as uuid), cast(:by as uuid)
            from node_content c
                     join actor a on a.handle = any (cast(:handles as text[])) and a.active
                     left join lateral policy_visibility(a.id, :action) v on true
            where c.node_id = cast(:node as uuid)
              and (a.administrator
                or coalesce(c.zone_id = any (v.granted), false)
                or c.workspace_id = any (v.workspaces) and not coalesce(c.zone_id = any (v.hidden), false))
            on conflict do nothing
            returning actor_id
            """;

    private static final String OF_ACTOR =
            """
            select cast(json_build_object(
                     'id', m.id, 'node_id', m.node_id, 'comment_id', m.comment_id, 'mentioned_by', m.mentioned_by,
                     'handle', a.handle, 'excerpt', left(coalesce(k.text, c.description), :excerpt),
                     'created_at', %s) as text)
            from mention m
                     join node_content c on c.node_id = m.node_id
                     join actor a on a.id = m.mentioned_by
                     left join comment k on k.id = m.comment_id
            where m.actor_id = cast(:actor as uuid) and m.id < :before and (m.comment_id is null or %s)
            order by m.id desc limit :limit
            """.formatted(ContentRows.moment("m.created_at"), ContentRows.MAY_READ_COMMENTS);

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Watchers watchers;

    /**
     * Notes whom a new text mentions.
     *
     * @param commentId {@code null} when it is the description of the node
     * @return those whom it did not mention before
     */
    Set<UUID> note(UUID nodeId, UUID commentId, String text) {
        Set<String> handles = handles(text);
        return handles.isEmpty() ? Set.of() : insert(nodeId, commentId, handles);
    }

    /** As {@link #note}, for a text that takes the place of another. */
    Set<UUID> renew(UUID nodeId, UUID commentId, String text) {
        Set<String> handles = handles(text);
        entities.createNativeQuery(FORGET)
                .setParameter("subject", (commentId == null ? nodeId : commentId).toString())
                .setParameter("handles", handles.toArray(String[]::new))
                .executeUpdate();
        return handles.isEmpty() ? Set.of() : insert(nodeId, commentId, handles);
    }

    /** Where somebody is mentioned in what they may read, the latest first. */
    List<MentionView> of(UUID actorId, long before, int limit) {
        List<?> found = entities.createNativeQuery(OF_ACTOR)
                .setParameter("actor", actorId.toString())
                .setParameter("before", before)
                .setParameter("excerpt", MentionView.LONGEST_EXCERPT)
                .setParameter("limit", limit)
                .getResultList();
        return found.stream()
                .map(row -> Json.<MentionView>read((String) row, MentionView.class))
                .toList();
    }

    private static Set<String> handles(String text) {
        return text == null || text.indexOf('@') < 0
                ? Set.of()
                : MarkdownText.read(text).handles().stream().limit(MOST).collect(java.util.stream.Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private Set<UUID> insert(UUID nodeId, UUID commentId, Set<String> handles) {
        List<UUID> added = entities.createNativeQuery(NOTE, UUID.class)
                .setParameter("node", nodeId.toString())
                .setParameter("comment", commentId == null ? null : commentId.toString())
                .setParameter("by", CurrentCaller.require().actorId().toString())
                .setParameter("handles", handles.toArray(String[]::new))
                .setParameter("action", (commentId == null ? Action.NODE_READ : Action.COMMENT_READ).name())
                .getResultList();
        watchers.add(nodeId, added, Watchers.Reason.MENTION);
        return Set.copyOf(added);
    }
}

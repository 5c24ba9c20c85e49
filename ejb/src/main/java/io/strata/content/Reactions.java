package io.strata.content;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Reactions in PostgreSQL: one per actor and emoji, whoever is quicker. */
@ApplicationScoped
class Reactions {

    private static final String ADD = """
            insert into reaction (node_id, comment_id, actor_id, emoji)
            values (cast(:node as uuid), cast(:comment as uuid), cast(:actor as uuid), :emoji)
            on conflict do nothing
            """;

    private static final String REMOVE = """
            delete from reaction
            where subject_id = cast(:subject as uuid) and actor_id = cast(:actor as uuid) and emoji = :emoji
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Whether it was not there already. */
    boolean add(Place place, UUID actorId, Emoji emoji) {
        return entities.createNativeQuery(ADD)
                        .setParameter("node", place.node().id().toString())
                        .setParameter(
                                "comment",
                                place.commentId() == null
                                        ? null
                                        : place.commentId().toString())
                        .setParameter("actor", actorId.toString())
                        .setParameter("emoji", LowerCaseEnumAdapter.write(emoji))
                        .executeUpdate()
                > 0;
    }

    /** Whether it was there. */
    boolean remove(Place place, UUID actorId, Emoji emoji) {
        return entities.createNativeQuery(REMOVE)
                        .setParameter("subject", place.subjectId().toString())
                        .setParameter("actor", actorId.toString())
                        .setParameter("emoji", LowerCaseEnumAdapter.write(emoji))
                        .executeUpdate()
                > 0;
    }
}

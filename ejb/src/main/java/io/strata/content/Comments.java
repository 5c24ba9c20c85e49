package io.strata.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The comments in PostgreSQL, with the form of their threads. */
@ApplicationScoped
class Comments {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    void add(Comment comment) {
        entities.persist(comment);
    }

    Optional<Comment> find(UUID id) {
        return Optional.ofNullable(entities.find(Comment.class, id));
    }

    /** A comment that will be answered: it stays until the transaction ends. */
    Optional<Comment> findToAnswer(UUID id) {
        return Optional.ofNullable(entities.find(Comment.class, id, LockModeType.PESSIMISTIC_READ));
    }

    /** A comment that will be changed or removed: nobody else does, or answers it, until the transaction ends. */
    Optional<Comment> findToChange(UUID id) {
        return Optional.ofNullable(entities.find(Comment.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The comments on some nodes in the order of their making. */
    List<Comment> on(Collection<UUID> nodeIds) {
        return nodeIds.isEmpty()
                ? List.of()
                : entities.createQuery("select c from Comment c where c.nodeId in :nodes order by c.id", Comment.class)
                        .setParameter("nodes", nodeIds)
                        .getResultList();
    }

    /**
     * Removes a comment that was found to be changed. While it has answers its place stays; a place goes with the last
     * answer that hangs on it.
     */
    void remove(Comment comment) {
        if (isAnswered(comment)) {
            comment.blank();
            forget(comment.id());
            return;
        }
        entities.remove(comment);
        if (comment.parentId() != null) {
            findToChange(comment.parentId()).filter(Comment::isBlank).ifPresent(this::remove);
        }
    }

    /** With the words goes whom they mention, what others think of them and what hangs on them. */
    private void forget(UUID id) {
        for (String what : List.of("mention", "reaction", "attachment")) {
            entities.createNativeQuery("delete from " + what + " where comment_id = :comment")
                    .setParameter("comment", id)
                    .executeUpdate();
        }
    }

    private boolean isAnswered(Comment comment) {
        return entities.createQuery("select count(c) from Comment c where c.parentId = :parent", Long.class)
                        .setParameter("parent", comment.id())
                        .getSingleResult()
                > 0;
    }
}

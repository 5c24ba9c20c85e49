package io.strata.content;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import io.strata.storage.MissingObjectException;
import io.strata.storage.ObjectStorage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Files that hang on nodes and comments. Who may read the node, or its comments, may read them; who may change the node,
 * or has written the comment, may remove them.
 */
@ApplicationScoped
@Transactional
public class AttachmentService {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Places places;

    @Inject
    ObjectStorage storage;

    @Inject
    AttachmentNews news;

    /** What a file is. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public AttachmentView get(UUID id) {
        return visible(id).view();
    }

    /** The files that hang on a node itself, in the order of their coming. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<AttachmentView> list(String nodeIdOrShortId, String cursor, Integer requestedLimit) {
        Place place = places.node(nodeIdOrShortId, Action.NODE_READ);
        int limit = Page.limit(requestedLimit);
        List<Attachment> found = entities.createQuery(
                        "select a from Attachment a where a.nodeId = :node and a.commentId is null and a.id > :after"
                                + " order by a.id",
                        Attachment.class)
                .setParameter("node", place.node().id())
                .setParameter("after", cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor"))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(
                found.stream().map(Attachment::view).toList(),
                limit,
                attachment -> attachment.id().toString());
    }

    /**
     * The bytes of a file; the caller closes them.
     *
     * @throws ProblemException not found, when they are no longer in the store
     */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public InputStream content(UUID id) {
        return open(id, storage::open);
    }

    /**
     * A part of the bytes of a file; the caller closes them.
     *
     * @param first index of the first byte
     * @param last index of the last byte, inclusive; within the file
     */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public InputStream content(UUID id, long first, long last) {
        return open(id, key -> storage.open(key, first, last));
    }

    /** Removes a file; its bytes go a little later. */
    @Requires(Action.COMMENT_WRITE)
    public void delete(UUID id) {
        Attachment attachment = visible(id);
        Place place = attachment.commentId() == null
                ? places.node(attachment.nodeId().toString(), Action.NODE_WRITE)
                : places.ownComment(attachment.commentId());
        AttachmentView before = attachment.view();
        int removed = entities.createQuery("delete from Attachment a where a.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        if (removed == 0) {
            throw notFound();
        }
        news.removed(place, before);
    }

    private InputStream open(UUID id, Function<String, InputStream> opening) {
        try {
            return opening.apply(visible(id).objectKey());
        } catch (MissingObjectException e) {
            throw new ProblemException(ProblemType.NOT_FOUND, "The object store no longer has this file.", e);
        }
    }

    private Attachment visible(UUID id) {
        Attachment attachment = entities.find(Attachment.class, id);
        if (attachment == null) {
            throw notFound();
        }
        Action reading = attachment.commentId() == null ? Action.NODE_READ : Action.COMMENT_READ;
        places.requireSeen(attachment.nodeId(), reading, "attachment");
        return attachment;
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("attachment");
    }
}

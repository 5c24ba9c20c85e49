package io.strata.content;

import io.strata.common.ProblemException;
import io.strata.storage.RollbackRemoval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The one transaction of an attachment's upload. */
@ApplicationScoped
class AttachmentRegistration {

    /** How many files there can be on one node or comment. */
    static final int MOST = 100;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    RollbackRemoval removal;

    @Inject
    Places places;

    @Inject
    AttachmentNews news;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    AttachmentView register(Place place, Attachment attachment) {
        removal.of(attachment.objectKey());
        places.hold(place);
        if (count(place) >= MOST) {
            throw ProblemException.conflict("There are " + MOST + " files already.");
        }
        entities.persist(attachment);
        entities.flush();
        news.added(place, attachment.view());
        return attachment.view();
    }

    private long count(Place place) {
        return ((Number) entities.createNativeQuery("select count(*) from attachment where subject_id = :subject")
                        .setParameter("subject", place.subjectId())
                        .getSingleResult())
                .longValue();
    }
}

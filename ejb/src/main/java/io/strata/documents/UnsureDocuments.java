package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.documents.classification.TopicScore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The documents that ask a person what they are about, because the classifier is not sure of any topic. */
@ApplicationScoped
@Transactional
public class UnsureDocuments {

    private static final String NEWEST = """
            select d.* from document d
            where d.workspace_id = :workspace and d.status = 'READY' and d.trashed_at is null and d.id < :before
              and not exists (select from topic_example e where e.document_id = d.id)
              and not exists (select from document_topic t where t.document_id = d.id and t.confidence >= :sure)
            order by d.id desc limit :limit
            """;

    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    DocumentViews views;

    /** The documents of a workspace that ask, newest first. What a person has said a word about asks no more. */
    @Requires(Action.DOCUMENT_READ)
    @SuppressWarnings("unchecked")
    public Page<DocumentView> list(UUID workspaceId, String cursor, Integer limit) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        List<Document> found = entities.createNativeQuery(NEWEST, Document.class)
                .setParameter("workspace", workspaceId)
                .setParameter("before", cursor == null ? AFTER_ALL : position(cursor))
                .setParameter("sure", (float) TopicScore.SURE)
                .setParameter("limit", Page.limit(limit) + 1)
                .getResultList();
        return Page.of(
                views.views(found), Page.limit(limit), document -> document.id().toString());
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.validation("cursor", "is none that a list gave");
        }
    }
}

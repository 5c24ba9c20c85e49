package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.documents.classification.TopicScore;
import io.strata.storage.MissingObjectException;
import io.strata.storage.ObjectStorage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finding, reading and correcting documents. */
@ApplicationScoped
@Transactional
public class DocumentLibrary {

    private static final int MAXIMUM_QUERY = 500;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    AuditLog audit;

    @Inject
    DocumentSearch search;

    @Inject
    DocumentTexts texts;

    @Inject
    DocumentTopics topics;

    @Inject
    TopicExamples examples;

    @Inject
    DocumentNews news;

    @Inject
    ClassificationQueue queue;

    @Inject
    ObjectStorage storage;

    /** A document. */
    @Requires(Action.DOCUMENT_READ)
    public DocumentView get(UUID id) {
        return topics.view(visible(id, Action.DOCUMENT_READ));
    }

    /** The documents of a workspace: newest first or, when words are searched for, best match first. */
    @Requires(Action.DOCUMENT_READ)
    public Page<DocumentView> list(UUID workspaceId, DocumentFilter filter, String cursor, Integer limit) {
        policy.requireSomewhere(Action.DOCUMENT_READ, workspaceId);
        if (filter.query() == null || filter.query().isBlank()) {
            return search.newest(workspaceId, filter, cursor, Page.limit(limit));
        }
        if (filter.query().length() > MAXIMUM_QUERY) {
            throw ProblemException.validation("query", "must have at most " + MAXIMUM_QUERY + " characters");
        }
        return search.bestMatches(workspaceId, filter, cursor, Page.limit(limit));
    }

    /** The text that was read out of a document. */
    @Requires(Action.DOCUMENT_READ)
    public DocumentTextView text(UUID id) {
        DocumentView document = get(id);
        String text = texts.of(id);
        return new DocumentTextView(
                id, text, document.truncated(), document.language(), document.pageCount(), text.length());
    }

    /**
     * The bytes of a document; the caller closes them.
     *
     * @throws ProblemException not found, when they are no longer in the store
     */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public DocumentContent content(UUID id) {
        Document document = visible(id, Action.DOCUMENT_READ);
        DocumentView view = topics.view(document);
        try {
            return new DocumentContent(view, 0, view.sizeBytes(), storage.open(document.objectKey()));
        } catch (MissingObjectException e) {
            throw new ProblemException(ProblemType.NOT_FOUND, "The object store no longer has this document.", e);
        }
    }

    /**
     * A part of the bytes of a document; the caller closes them.
     *
     * @param first index of the first byte
     * @param last index of the last byte, inclusive; within the document
     */
    @Requires(Action.DOCUMENT_READ)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public DocumentContent content(UUID id, long first, long last) {
        Document document = visible(id, Action.DOCUMENT_READ);
        try {
            return new DocumentContent(
                    topics.view(document), first, last - first + 1, storage.open(document.objectKey(), first, last));
        } catch (MissingObjectException e) {
            throw new ProblemException(ProblemType.NOT_FOUND, "The object store no longer has this document.", e);
        }
    }

    /** Processes a finished document again from the beginning. */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView retry(UUID id) {
        Document document = visible(id, Action.DOCUMENT_WRITE);
        DocumentView before = topics.view(document);
        document.retry();
        DocumentView after = topics.view(document);
        audit.record("document.retried", "document", id, document.workspaceId(), before, after);
        news.publish(document);
        queue.add(List.of(id));
        return after;
    }

    /**
     * Says which topics a document has; none, when there is no topic for it. The classifier leaves them alone from then on
     * and learns from them.
     */
    @Requires(Action.DOCUMENT_WRITE)
    public DocumentView setTopics(UUID id, List<UUID> topicIds) {
        Document document = visible(id, Action.DOCUMENT_WRITE);
        List<UUID> wanted = topicIds.stream().distinct().toList();
        Map<UUID, List<DocumentTopicView>> before = topics.of(List.of(id));
        List<TopicScore> scores =
                wanted.stream().map(topic -> new TopicScore(topic, 1)).toList();
        if (topics.replace(document, scores, TopicSource.PERSON) != wanted.size()) {
            throw ProblemException.validation("topic_ids", "names a topic that this workspace does not have");
        }
        examples.learn(document, wanted);
        DocumentView after = topics.view(document);
        audit.record("document.topics_set", "document", id, document.workspaceId(), before.get(id), after.topics());
        return after;
    }

    private Document visible(UUID id, Action action) {
        Document document = entities.find(Document.class, id);
        if (document == null) {
            throw ProblemException.notFound("document");
        }
        policy.require(action, document.workspaceId(), document.zoneId(), "document");
        return document;
    }
}

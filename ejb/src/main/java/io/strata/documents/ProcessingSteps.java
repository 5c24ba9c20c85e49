package io.strata.documents;

import io.strata.audit.AuditLog;
import io.strata.documents.classification.Passage;
import io.strata.documents.classification.Sample;
import io.strata.documents.classification.TopicScore;
import io.strata.documents.extraction.Extraction;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import io.strata.transaction.AwaitedRows;
import io.strata.transaction.EarlyMessageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The short transactions between the slow parts of processing a document. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ProcessingSteps {

    /** What there is to do for a document that was claimed. */
    record Work(UUID id, DocumentStatus status, String fileName, String objectKey, String sha256) {}

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    DocumentTexts texts;

    @Inject
    DocumentTopics topics;

    @Inject
    AwaitedRows rows;

    @Inject
    DocumentArtifacts artifacts;

    @Inject
    TopicExamples examples;

    @Inject
    DocumentNews news;

    @Inject
    AuditLog audit;

    /**
     * Claims a document; empty when there is nothing to do, or another server does it.
     *
     * @throws EarlyMessageException when the document is not there yet
     */
    Optional<Work> begin(UUID id) {
        Document document = rows.find(() -> lock(id)).orElse(null);
        if (document == null || !document.claim(Settings.get(Setting.NODE_ID))) {
            return Optional.empty();
        }
        if (document.isTriedTooOften()) {
            end(document, "Processing this file broke off unexpectedly again and again; it is not tried any more.");
            return Optional.empty();
        }
        if (document.status() != DocumentStatus.CLASSIFYING) {
            document.startExtraction();
            news.publish(document);
        }
        return Optional.of(
                new Work(id, document.status(), document.fileName(), document.objectKey(), document.sha256()));
    }

    /** Keeps the text and moves on to classification. */
    void extracted(UUID id, Extraction extraction) {
        Document document = lock(id);
        document.startClassification(extraction);
        String heading = extraction.title() == null ? document.title() : document.title() + " " + extraction.title();
        texts.save(id, heading, extraction.text());
        news.publish(document);
    }

    /** The text of a document that is being classified. */
    String text(UUID id) {
        return texts.of(id);
    }

    /** The workspace of a document. */
    UUID workspaceOf(UUID id) {
        return entities.find(Document.class, id).workspaceId();
    }

    /** Finishes a document: its topics, its place in the graph and its status, or none of them. */
    void classified(UUID id, Sample sample, List<TopicScore> scores, List<Passage> passages, List<float[]> embeddings) {
        Document document = lock(id);
        document.finish();
        texts.keepMeaning(id, sample);
        examples.renew(id);
        topics.classified(document, scores);
        DocumentView view = topics.view(document);
        audit.record("document.ready", "document", id, document.workspaceId(), null, view);
        news.publish(document);
        if (artifacts.attach(view, passages, embeddings)) {
            news.publishAttached(document);
        }
    }

    /** Ends the processing with a cause that lies in the document. */
    void failed(UUID id, String cause) {
        Document document = lock(id);
        if (document != null && !document.status().isFinal()) {
            end(document, cause);
        }
    }

    /** Gives a document back because something else did not work. */
    void release(UUID id) {
        Document document = lock(id);
        if (document != null && !document.status().isFinal()) {
            document.release();
        }
    }

    private void end(Document document, String cause) {
        document.fail(cause);
        audit.record(
                "document.failed", "document", document.id(), document.workspaceId(), null, Map.of("failure", cause));
        news.publish(document);
    }

    private Document lock(UUID id) {
        return entities.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}

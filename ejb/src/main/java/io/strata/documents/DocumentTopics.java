package io.strata.documents;

import io.strata.documents.classification.TopicScore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which documents belong to which topics. */
@ApplicationScoped
class DocumentTopics {

    /** A topic may have been removed while the classifier was thinking about it. */
    private static final String ADD = """
            insert into document_topic (document_id, topic_id, confidence, source)
            select :document, id, :confidence, :source from topic where id = :topic and workspace_id = :workspace
            """;

    private static final String REMOVE = "delete from document_topic where document_id = :document";

    private static final String OF_DOCUMENTS = """
            select dt.document_id, t.id, t.name, t.colour, dt.confidence, dt.source
            from document_topic dt join topic t on t.id = dt.topic_id
            where dt.document_id in (:documents)
            order by dt.confidence desc, t.name
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    TopicExamples examples;

    /** Replaces what the classifier said before; a person's decision stands. */
    void classified(Document document, List<TopicScore> scores) {
        if (!examples.contains(document.id())) {
            replace(document, scores, TopicSource.CLASSIFIER);
        }
    }

    /**
     * Replaces all topics of a document.
     *
     * @return how many it has now: topics that the workspace does not have are left out
     */
    int replace(Document document, List<TopicScore> scores, TopicSource source) {
        entities.createNativeQuery(REMOVE)
                .setParameter("document", document.id())
                .executeUpdate();
        int added = 0;
        for (TopicScore score : scores) {
            added += entities.createNativeQuery(ADD)
                    .setParameter("document", document.id())
                    .setParameter("topic", score.topicId())
                    .setParameter("workspace", document.workspaceId())
                    .setParameter("confidence", (float) score.confidence())
                    .setParameter("source", source.name())
                    .executeUpdate();
        }
        return added;
    }

    /** The topics of some documents, most certain first. */
    @SuppressWarnings("unchecked")
    Map<UUID, List<DocumentTopicView>> of(Collection<UUID> documents) {
        Map<UUID, List<DocumentTopicView>> topics = new HashMap<>();
        if (documents.isEmpty()) {
            return topics;
        }
        List<Tuple> rows = entities.createNativeQuery(OF_DOCUMENTS, Tuple.class)
                .setParameter("documents", documents)
                .getResultList();
        for (Tuple row : rows) {
            topics.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                    .add(topicOf(row));
        }
        return topics;
    }

    private static DocumentTopicView topicOf(Tuple row) {
        TopicScore score = new TopicScore(row.get(1, UUID.class), ((Number) row.get(4)).doubleValue());
        return new DocumentTopicView(
                score.topicId(),
                row.get(2, String.class),
                row.get(3, String.class),
                Math.round(score.confidence() * 1000) / 1000.0,
                TopicSource.valueOf(row.get(5, String.class)),
                score.isSure());
    }

    /** A document with its topics. */
    DocumentView view(Document document) {
        return views(List.of(document)).get(0);
    }

    /** Documents with their topics. */
    List<DocumentView> views(List<Document> documents) {
        Map<UUID, List<DocumentTopicView>> topics =
                of(documents.stream().map(Document::id).toList());
        return documents.stream()
                .map(document -> document.view(topics.getOrDefault(document.id(), List.of())))
                .toList();
    }
}

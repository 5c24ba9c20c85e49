package io.strata.documents;

import io.strata.documents.classification.Example;
import io.strata.documents.classification.Sample;
import io.strata.documents.classification.TopicDescription;
import io.strata.documents.classification.Vectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people have said about the topics of documents. A correction writes one row; the vector of the document's meaning
 * is there since it was classified. A number that grows with every change tells a server what is new to it.
 */
@ApplicationScoped
@Transactional
class TopicExamples {

    /** The classifier learns from so many of a workspace, the newest ones. */
    static final int MAXIMUM = 1000;

    private static final String LEARN = """
            insert into topic_example (document_id, workspace_id, topics) values (:document, :workspace, cast(:topics as uuid[]))
            on conflict (document_id) do update set topics = excluded.topics, learned = excluded.learned
            """;

    private static final String RENEW =
            "update topic_example set learned = nextval('topic_example_learned') where document_id = :document";

    private static final String CONTAINS = "select count(*) from topic_example where document_id = :document";

    private static final String STATE = """
            select count(*), coalesce(max(e.learned), 0)
            from topic_example e join document_text t on t.document_id = e.document_id
            where e.workspace_id = :workspace and t.meaning is not null
            """;

    private static final String NEWEST = """
            select e.document_id, array_to_string(e.topics, ' '), e.learned, t.meaning, left(t.text, :characters)
            from topic_example e join document_text t on t.document_id = e.document_id
            where e.workspace_id = :workspace and t.meaning is not null and e.learned > :after
            order by e.learned desc limit :limit
            """;

    /**
     * What is known of a workspace's topics at a moment.
     *
     * @param count how many examples there are
     * @param newest the number of the newest of them; 0 when there is none
     */
    record State(List<TopicDescription> topics, long count, long newest) {}

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    TopicService topics;

    /** Keeps what a person has said about a document, in place of what was said before. */
    void learn(Document document, List<UUID> said) {
        entities.createNativeQuery(LEARN)
                .setParameter("document", document.id())
                .setParameter("workspace", document.workspaceId())
                .setParameter("topics", said.stream().map(UUID::toString).toArray(String[]::new))
                .executeUpdate();
    }

    /** Makes what was said about a document count as new: its text is another one. */
    void renew(UUID document) {
        entities.createNativeQuery(RENEW).setParameter("document", document).executeUpdate();
    }

    /** Whether a person has said which topics a document has. */
    boolean contains(UUID document) {
        Number count = (Number) entities.createNativeQuery(CONTAINS)
                .setParameter("document", document)
                .getSingleResult();
        return count.intValue() > 0;
    }

    /** The topics of a workspace, and how many examples there are of them. */
    State state(UUID workspace) {
        Tuple row = (Tuple) entities.createNativeQuery(STATE, Tuple.class)
                .setParameter("workspace", workspace)
                .getSingleResult();
        List<TopicDescription> descriptions = topics.find(workspace).stream()
                .map(topic -> new TopicDescription(topic.id(), topic.name(), topic.description()))
                .toList();
        return new State(
                descriptions,
                row.get(0, Number.class).longValue(),
                row.get(1, Number.class).longValue());
    }

    /**
     * The newest examples of a workspace.
     *
     * @param after only those with a greater number
     */
    @SuppressWarnings("unchecked")
    List<Example> newest(UUID workspace, long after) {
        List<Tuple> rows = entities.createNativeQuery(NEWEST, Tuple.class)
                .setParameter("workspace", workspace)
                .setParameter("characters", Sample.CHARACTERS)
                .setParameter("after", after)
                .setParameter("limit", MAXIMUM)
                .getResultList();
        return rows.stream().map(TopicExamples::example).toList();
    }

    private static Example example(Tuple row) {
        Sample text = Sample.of(Vectors.fromBytes(row.get(3, byte[].class)), row.get(4, String.class));
        return new Example(row.get(0, UUID.class), text, topics(row.get(1, String.class)));
    }

    private static Set<UUID> topics(String identifiers) {
        return Arrays.stream(identifiers.split(" "))
                .filter(identifier -> !identifier.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}

package io.strata.reconciliation.disagreements;

import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An artifact that stands for a file and has no document, which would have the same id. */
@ApplicationScoped
class ArtifactWithoutDocument extends Disagreement {

    private static final String ARTIFACTS = """
            MATCH (a:Artifact) WHERE a.id IN $keys AND a.file_ref IS NOT NULL
            RETURN a.id AS key, labels(a) AS labels, properties(a) AS properties
            """;
    private static final String DOCUMENTS = """
            select cast(id as text), cast(status as text) from document where id = any(cast(:keys as uuid[]))
            """;
    private static final String REMOVE = """
            MATCH (a:Artifact {id: $id})
            OPTIONAL MATCH (a)-[:HAS_CHUNK]->(c:Chunk)
            DETACH DELETE c, a
            """;

    @Inject
    Rows rows;

    @Inject
    Graph graph;

    ArtifactWithoutDocument() {
        super(
                "artifact_without_document",
                Store.DATABASE,
                Store.GRAPH,
                "The database decides which documents exist. This entry at a node leads nowhere.",
                new Offer(
                        RepairAction.DELETE,
                        "Removes the entry and its passages. It takes nothing away: there is no document behind it."));
    }

    /** The artifacts that stand for files, as JSON. */
    static Map<String, String> artifacts(Graph graph, Collection<String> ids) {
        return GraphRows.states(graph.read(ARTIFACTS, Map.of("keys", List.copyOf(ids))));
    }

    /** Removes an artifact with its passages; one that is not there is no error. */
    static void remove(Graph graph, String id) {
        graph.write(REMOVE, Map.of("id", id));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, String> known = rows.statesById(DOCUMENTS, subjects);
        Map<String, Sides> found = new LinkedHashMap<>();
        artifacts(graph, subjects).forEach((id, state) -> {
            if (!known.containsKey(id)) {
                found.put(id, new Sides(null, state));
            }
        });
        return found;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.DELETE) {
            throw notOffered(action);
        }
        return List.of(Step.of(
                Store.GRAPH,
                "Remove the entry and its passages",
                GraphRows.read(sides.other()),
                null,
                () -> remove(graph, subject)));
    }
}

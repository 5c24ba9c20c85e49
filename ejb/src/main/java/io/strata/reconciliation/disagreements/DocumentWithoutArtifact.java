package io.strata.reconciliation.disagreements;

import io.strata.documents.DocumentLibrary;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A document that is ready and has no artifact in the graph, which would have the same id. */
@ApplicationScoped
class DocumentWithoutArtifact extends Disagreement {

    private static final String READY = """
            select cast(id as text), cast(to_jsonb(d) as text) from document d
            where id = any(cast(:keys as uuid[])) and status = 'READY'
            """;

    @Inject
    Rows rows;

    @Inject
    Graph graph;

    @Inject
    DocumentLibrary documents;

    DocumentWithoutArtifact() {
        super(
                "document_without_artifact",
                Store.DATABASE,
                Store.GRAPH,
                "The database decides which documents exist. This one is ready, but no node and no search by meaning leads"
                        + " to it.",
                new Offer(
                        RepairAction.ADOPT_RELATIONAL,
                        "Processes the document again, which writes its entry anew. Topics that a person has set stay."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Sides> found = new LinkedHashMap<>();
        rows.statesById(READY, subjects).forEach((id, state) -> found.put(id, new Sides(state, null)));
        found.keySet()
                .removeAll(ArtifactWithoutDocument.artifacts(graph, subjects).keySet());
        return found;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.ADOPT_RELATIONAL) {
            throw notOffered(action);
        }
        return List.of(Step.of(
                Store.DATABASE,
                "Put the document in line to be processed again",
                Map.of("status", "READY"),
                Map.of("status", "PENDING"),
                () -> documents.retry(UUID.fromString(subject))));
    }
}

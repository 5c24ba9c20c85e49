package io.strata.reconciliation;

import io.strata.common.Json;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Documents in PostgreSQL (left) and their artifacts in the graph (right), which have the same id. Only a document that
 * is ready must have one; any document that exists may.
 */
@ApplicationScoped
class ArtifactComparison implements Comparison {

    private static final String READY_KEYS = """
            select cast(id as text) from document where status = 'READY' and id > cast(:after as uuid)
            order by id limit :limit
            """;
    private static final String DOCUMENTS = """
            select cast(id as text), cast(to_jsonb(d) as text) from document d where id = any(cast(:keys as uuid[]))
            """;
    private static final String ARTIFACT_KEYS = """
            MATCH (a:Artifact) WHERE a.id > $after AND a.file_ref IS NOT NULL
            RETURN a.id AS key ORDER BY a.id LIMIT $limit
            """;
    private static final String ARTIFACTS = """
            MATCH (a:Artifact) WHERE a.id IN $keys
            RETURN a.id AS key, labels(a) AS labels, properties(a) AS properties
            """;

    @Inject
    Graph graph;

    @Inject
    Rows rows;

    @Override
    public String name() {
        return "artifacts";
    }

    @Override
    public List<String> keys(Side side, String after, int limit) {
        return side == Side.LEFT
                ? rows.keys(READY_KEYS, after.isEmpty() ? Rows.FIRST_UUID : after, limit)
                : GraphRows.keys(graph.read(ARTIFACT_KEYS, Map.of("after", after, "limit", limit)));
    }

    @Override
    public Map<String, String> read(Side side, Collection<String> keys) {
        return side == Side.LEFT
                ? rows.states(DOCUMENTS, keys)
                : GraphRows.states(graph.read(ARTIFACTS, Map.of("keys", List.copyOf(keys))));
    }

    @Override
    public FindingKind whenOnlyIn(Side side) {
        return side == Side.LEFT ? FindingKind.DOCUMENT_WITHOUT_ARTIFACT : FindingKind.ARTIFACT_WITHOUT_DOCUMENT;
    }

    @Override
    public boolean matters(Side side, String state) {
        return side == Side.RIGHT
                || "READY".equals(Json.<Map<?, ?>>read(state, Map.class).get("status"));
    }
}

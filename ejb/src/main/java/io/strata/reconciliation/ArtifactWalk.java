package io.strata.reconciliation;

import io.strata.reconciliation.SideBySide.Keys;
import io.strata.reconciliation.disagreements.Rows;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Documents that are ready, beside the artifacts that stand for files; both have the same id. A document that is not
 * ready may have an artifact, from an earlier time.
 */
@ApplicationScoped
class ArtifactWalk implements Walk {

    private static final int PAGE = 2000;
    private static final String READY = """
            select cast(id as text) from document where status = 'READY' and id > cast(:after as uuid)
            order by id limit :limit
            """;
    private static final String ARTIFACTS = """
            MATCH (a:Artifact) WHERE a.id > $after AND a.file_ref IS NOT NULL
            RETURN a.id AS key ORDER BY a.id LIMIT $limit
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
    public long size() {
        return rows.number("select count(*) from document where status = 'READY'", Map.of());
    }

    @Override
    public Stretch next(String after, String until) {
        List<String> documents =
                rows.texts(READY, Map.of("after", after.isEmpty() ? Rows.FIRST_UUID : after, "limit", PAGE));
        List<String> artifacts = graph.read(ARTIFACTS, Map.of("after", after, "limit", PAGE)).stream()
                .map(row -> (String) row.get("key"))
                .toList();
        SideBySide sides = new SideBySide(Keys.of(documents, PAGE), Keys.of(artifacts, PAGE));
        return Walk.stretch(sides, after, "document_without_artifact", "artifact_without_document", List.of());
    }
}

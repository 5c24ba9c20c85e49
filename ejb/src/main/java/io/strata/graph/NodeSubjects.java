package io.strata.graph;

import io.strata.audit.Subject;
import io.strata.audit.SubjectSource;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells the audit which nodes there are: they have short ids, and go into the trash with the node above them. */
@ApplicationScoped
class NodeSubjects implements SubjectSource {

    private static final String BY_ID = "MATCH (n:Node {id: $reference})";
    private static final String BY_SHORT_ID = "MATCH (n:Node {short_id: $reference})";
    private static final String PLACE = " RETURN n.id AS id, n.workspace_id AS workspace";

    @Inject
    Graph graph;

    @Override
    public String kind() {
        return "node";
    }

    @Override
    public Optional<Subject> find(String reference) {
        String match = NodeRepository.isShortId(reference) ? BY_SHORT_ID : BY_ID;
        return graph.read(match + PLACE, Map.of("reference", reference)).stream()
                .findFirst()
                .map(row -> new Subject(kind(), UUID.fromString((String) row.get("id")), UUID.fromString((String)
                        row.get("workspace"))));
    }
}

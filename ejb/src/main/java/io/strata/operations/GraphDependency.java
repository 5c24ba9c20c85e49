package io.strata.operations;

import io.strata.settings.Dependency;
import io.strata.transaction.Graph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Neo4j, reached the way the services reach it. */
@ApplicationScoped
class GraphDependency implements Dependency {

    @Inject
    Graph graph;

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public void check() {
        graph.read("RETURN 1 AS alive", Map.of());
    }
}

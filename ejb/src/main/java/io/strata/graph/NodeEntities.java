package io.strata.graph;

import io.strata.access.Open;
import io.strata.transaction.GraphEntities;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the work graph keeps in Neo4j through OGM. */
@ApplicationScoped
public class NodeEntities implements GraphEntities {

    @Override
    @Open("names classes")
    public List<Class<?>> classes() {
        return List.of(Node.class, Component.class, Issue.class);
    }
}

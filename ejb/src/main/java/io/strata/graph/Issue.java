package io.strata.graph;

import java.util.UUID;
import org.neo4j.ogm.annotation.NodeEntity;

/** Work on the system. */
@NodeEntity("Issue")
class Issue extends Node {

    private String status;

    protected Issue() {}

    Issue(UUID id, Project project, String shortId, CreateNode request, UUID createdBy) {
        super(id, project, shortId, request, createdBy);
        this.status = request.status() == null ? project.workflow().initial() : request.status();
    }

    @Override
    String status() {
        return status;
    }

    @Override
    NodeKind kind() {
        return NodeKind.ISSUE;
    }
}

package io.strata.graph;

import java.time.LocalDate;
import java.util.UUID;
import org.neo4j.ogm.annotation.NodeEntity;

/** Part of the system. */
@NodeEntity("Component")
class Component extends Node {

    protected Component() {}

    Component(UUID id, Project project, String shortId, CreateNode request, UUID createdBy) {
        super(id, project, shortId, request, createdBy);
    }

    @Override
    String status() {
        return null;
    }

    @Override
    NodeKind kind() {
        return NodeKind.COMPONENT;
    }

    @Override
    Priority priority() {
        return null;
    }

    @Override
    Double estimate() {
        return null;
    }

    @Override
    LocalDate dueDate() {
        return null;
    }

    @Override
    UUID cycleId() {
        return null;
    }
}

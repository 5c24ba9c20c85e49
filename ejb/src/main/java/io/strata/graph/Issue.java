package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import java.time.LocalDate;
import java.util.UUID;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.Property;

/** Work on the system. */
@NodeEntity("Issue")
class Issue extends Node {

    private String status;
    private String priority;
    private Double estimate;

    @Property("due_date")
    private String dueDate;

    @Property("cycle_id")
    private String cycleId;

    protected Issue() {}

    Issue(UUID id, Project project, String shortId, CreateNode request, UUID createdBy) {
        super(id, project, shortId, request, createdBy);
        this.status = request.status() == null ? project.workflow().initial() : request.status();
        this.priority = LowerCaseEnumAdapter.write(request.priority() == null ? Priority.NONE : request.priority());
        this.estimate = request.estimate();
        this.dueDate = request.dueDate() == null ? null : request.dueDate().toString();
        this.cycleId = request.cycleId() == null ? null : request.cycleId().toString();
    }

    @Override
    String status() {
        return status;
    }

    @Override
    NodeKind kind() {
        return NodeKind.ISSUE;
    }

    @Override
    Priority priority() {
        return Priority.stored(priority);
    }

    @Override
    Double estimate() {
        return estimate;
    }

    @Override
    LocalDate dueDate() {
        return dueDate == null ? null : LocalDate.parse(dueDate);
    }

    @Override
    UUID cycleId() {
        return cycleId == null ? null : UUID.fromString(cycleId);
    }
}

package io.strata.graph;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What statuses mean in the projects of a workspace, for questions that go through several of them. */
@ApplicationScoped
public class ProjectWorkflows {

    /**
     * The condition that an issue is open, as a part of a question; its parameter {@code closed} is the answer of
     * {@link #closed}.
     */
    private static final String IS_OPEN = "NOT %1$s.status IN coalesce($closed[%1$s.project_id], [])";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** The condition that an issue is open; components are not. */
    @Open("a part of a question")
    public static String isOpen(String variable) {
        return IS_OPEN.formatted(variable);
    }

    /** The statuses of each project of a workspace in which nothing is left to do, under the project's id. */
    @Open("part of an answer whose service has been asked for permission")
    public Map<String, List<String>> closed(UUID workspaceId) {
        return entities.createQuery("select p from Project p where p.workspaceId = :workspace", Project.class)
                .setParameter("workspace", workspaceId)
                .getResultStream()
                .collect(Collectors.toMap(
                        project -> project.id().toString(),
                        project -> project.workflow().named(StatusCategory::closed)));
    }
}

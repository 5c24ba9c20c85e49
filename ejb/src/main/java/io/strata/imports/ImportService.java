package io.strata.imports;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.graph.NodeService;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import io.strata.graph.Workflow;
import io.strata.graph.WorkflowService;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Imports a file into a project: all of it or nothing. It has no transaction of its own, but that of
 * {@link ImportTransaction}, which may take longer than others.
 */
@ApplicationScoped
public class ImportService {

    private static final int LONGEST_SECONDS = 300;

    @Inject
    ProjectService projects;

    @Inject
    NodeService nodes;

    @Inject
    WorkflowService workflows;

    @Inject
    People people;

    @Inject
    ImportTransaction transaction;

    @Resource(lookup = "java:jboss/TransactionManager")
    TransactionManager transactions;

    /**
     * Imports what an export has written, or something like it. What hangs under nothing in the file hangs under the root
     * of the project.
     *
     * @param dryRun whether only to look whether it could be imported
     * @throws ProblemException validation, naming each thing that is wrong with its place, up to a thousand; the same for
     *     a dry run
     */
    @Requires(Action.NODE_WRITE)
    public ImportReport json(UUID projectId, ProjectFile file, boolean dryRun) {
        return run(projectId, file, "nodes", new Problems(), dryRun);
    }

    /** As {@link #json}, for a table of nodes; see {@link NodeTable} for its columns. */
    @Requires(Action.NODE_WRITE)
    public ImportReport csv(UUID projectId, String text, boolean dryRun) {
        Problems problems = new Problems();
        return run(projectId, NodeTable.read(text, problems), "rows", problems, dryRun);
    }

    private ImportReport run(UUID projectId, ProjectFile file, String places, Problems problems, boolean dryRun) {
        ProjectView project = projects.get(projectId);
        nodes.require(project.rootId().toString(), Action.NODE_WRITE);
        if (!file.comments().isEmpty()) {
            nodes.require(project.rootId().toString(), Action.COMMENT_WRITE);
        }
        Workflow workflow = workflows.get(projectId);
        Map<String, UUID> members = people.members(project.workspaceId());
        ImportPlan plan = ImportPlan.of(file, places, workflow, members, problems);
        return dryRun ? plan.report(true, List.of()) : make(project, plan, members);
    }

    private ImportReport make(ProjectView project, ImportPlan plan, Map<String, UUID> members) {
        try {
            transactions.setTransactionTimeout(LONGEST_SECONDS);
            try {
                return transaction.run(project, plan, members);
            } finally {
                transactions.setTransactionTimeout(0);
            }
        } catch (SystemException e) {
            throw new IllegalStateException("the transaction manager does not answer", e);
        }
    }
}

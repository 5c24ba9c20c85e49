package io.strata.documents;

import io.strata.access.Action;
import io.strata.common.ProblemException;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Finds where in the graph a document hangs. */
@ApplicationScoped
class Placements {

    @Inject
    NodeService nodes;

    @Inject
    ProjectService projects;

    /** The node that is asked for; else the root of the project; else that of the first project; else nowhere. */
    Placement find(NewDocument request) {
        if (request.nodeId() != null) {
            return ofNode(request);
        }
        if (request.projectId() != null) {
            return ofProject(request);
        }
        return projects.list(request.workspaceId(), null, 1).items().stream()
                .findFirst()
                .map(project -> atRoot(project, request.folderId()))
                .orElse(new Placement(request.workspaceId(), null, null, request.folderId()));
    }

    /**
     * On another node of the same workspace, in the same folder.
     *
     * @throws ProblemException validation, when the workspace has no such node
     */
    Placement onNode(Document document, String nodeIdOrShortId) {
        return ofNode(new NewDocument(document.workspaceId(), null, nodeIdOrShortId, null, document.folderId()));
    }

    private Placement ofNode(NewDocument request) {
        NodeView node = nodes.require(request.nodeId(), Action.DOCUMENT_WRITE);
        boolean elsewhere = !node.workspaceId().equals(request.workspaceId())
                || request.projectId() != null && !request.projectId().equals(node.projectId());
        if (elsewhere) {
            throw ProblemException.validation("node_id", "names no node of this workspace");
        }
        return new Placement(node.workspaceId(), node.projectId(), node.id(), request.folderId());
    }

    private Placement ofProject(NewDocument request) {
        ProjectView project = projects.get(request.projectId());
        if (!project.workspaceId().equals(request.workspaceId())) {
            throw ProblemException.validation("project_id", "names no project of this workspace");
        }
        return atRoot(project, request.folderId());
    }

    private static Placement atRoot(ProjectView project, UUID folderId) {
        return new Placement(project.workspaceId(), project.id(), project.rootId(), folderId);
    }
}

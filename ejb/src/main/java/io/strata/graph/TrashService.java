package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Destructive;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.access.Rights;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes nodes into the trash and restores them. What is in the trash does not exist for anybody but this service:
 * neither the nodes nor their links, comments and artifacts. What was deleted together comes back together.
 */
@ApplicationScoped
@Transactional
public class TrashService {

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    ProjectService projects;

    @Inject
    StructureLock structure;

    @Inject
    Trash trash;

    @Inject
    NodeEntries entries;

    @Inject
    AuditLog audit;

    @Inject
    NodeNews news;

    /**
     * Puts a node with all that is below it into the trash. Whatever is being hung on it at the same time is either
     * taken along or refused.
     *
     * @throws ProblemException conflict, when it is the root of its project
     */
    @Requires(Action.NODE_DELETE)
    @Destructive("node.delete")
    public Deletion delete(String idOrShortId) {
        NodeView node = deletable(idOrShortId);
        structure.serialise(List.of(node.projectId()));
        structure.exclude(node.projectId());
        List<UUID> deleted = trash.put(node.id(), policy.rights(Action.NODE_DELETE));
        if (deleted.isEmpty()) {
            throw ProblemException.notFound("node");
        }
        entries.trash(deleted);
        Deletion deletion = Deletion.of(deleted);
        audit.record(
                "node.deleted", "node", node.id(), node.workspaceId(), node, Map.of("deleted", deletion.deleted()));
        news.publish("node.deleted", node, Map.of("deleted", deletion.deleted()));
        return deletion;
    }

    /**
     * What deleting a node would put into the trash now.
     *
     * @throws ProblemException as {@link #delete}
     */
    @Requires(Action.NODE_DELETE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public DeletionPreview preview(String idOrShortId) {
        NodeView node = deletable(idOrShortId);
        return trash.preview(node.id(), policy.rights(Action.NODE_DELETE))
                .orElseThrow(() -> ProblemException.notFound("node"));
    }

    private NodeView deletable(String idOrShortId) {
        NodeView node = nodes.require(idOrShortId, Action.NODE_DELETE);
        if (node.id().equals(projects.seen(node.projectId()).rootId())) {
            throw ProblemException.conflict("The root of a project cannot be deleted.");
        }
        return node;
    }

    /**
     * Restores what the deletion of a node has taken, where it was.
     *
     * @throws ProblemException conflict, when the node was deleted together with one above it, or its parent is in the
     *     trash
     */
    @Requires(Action.NODE_DELETE)
    public Restoration restore(String idOrShortId) {
        structure.serialise(List.of(find(idOrShortId).node().projectId()));
        Trash.Entry entry = find(idOrShortId);
        NodeView node = entry.node();
        if (!entry.root().equals(node.id())) {
            throw ProblemException.conflict(node.shortId() + " was deleted together with " + entry.rootShortId()
                    + ", and can only be restored with it.");
        }
        if (!entry.restorable()) {
            throw ProblemException.conflict("What " + node.shortId() + " hangs under is in the trash itself.");
        }
        List<UUID> restored = trash.restore(node.id());
        entries.restore(restored);
        Restoration restoration = new Restoration(restored.size());
        audit.record("node.restored", "node", node.id(), node.workspaceId(), restoration, node);
        news.publish("node.restored", node, Map.of("restored", restoration.restored()));
        return restoration;
    }

    /** What was deleted in a project and can still be restored, the latest first. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<TrashView> list(UUID projectId, String cursor, Integer requestedLimit) {
        projects.seen(projectId);
        int limit = Page.limit(requestedLimit);
        String before =
                cursor == null ? null : Validation.identifier(cursor, "cursor").toString();
        return Page.of(
                trash.list(projectId, before, limit + 1, policy.visibility(Action.NODE_READ)),
                limit,
                entry -> entry.deletionId().toString());
    }

    private Trash.Entry find(String idOrShortId) {
        Rights rights = policy.rights(Action.NODE_DELETE);
        Trash.Entry entry = trash.find(idOrShortId, rights).orElseGet(() -> {
            String shortId = nodes.require(idOrShortId, Action.NODE_DELETE).shortId();
            throw ProblemException.conflict(shortId + " is not in the trash.");
        });
        if (!entry.permitted()) {
            throw rights.refusal();
        }
        return entry;
    }
}

package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
import io.strata.common.Validation;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Links and embedded pages that hang on nodes, and the documents among them as far as they are read. Who may change a node
 * may change what hangs on it. Nothing of an address is ever called.
 */
@ApplicationScoped
@Transactional
public class ArtifactService {

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    NodeRepository repository;

    @Inject
    StructureLock structure;

    @Inject
    ArtifactRepository artifacts;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** Hangs a link or a page on a node; never on one that is being deleted at the same time. */
    @Requires(Action.NODE_WRITE)
    public ArtifactView create(String nodeIdOrShortId, CreateArtifact request) {
        NodeView node = nodes.require(nodeIdOrShortId, Action.NODE_WRITE);
        ArtifactRules.check(request);
        structure.share(node.projectId());
        if (!repository.exists(node.id())) {
            throw ProblemException.notFound("node");
        }
        boolean titled = request.title() != null && !request.title().isBlank();
        Map<String, Object> properties = new HashMap<>();
        properties.put("id", UuidV7.next().toString());
        properties.put("kind", LowerCaseEnumAdapter.write(request.kind() == null ? ArtifactKind.LINK : request.kind()));
        properties.put("url", request.url());
        properties.put("title", titled ? request.title().strip() : request.url());
        properties.put("workspace_id", node.workspaceId().toString());
        properties.put("project_id", node.projectId().toString());
        properties.put("created_by", CurrentCaller.require().actorId().toString());
        properties.put("created_at", Instant.now().toString());
        ArtifactView created = artifacts.create(node.id(), properties);
        record("artifact.attached", node, created, null, created);
        return created;
    }

    /** A link, a page or a document on a node. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public ArtifactView get(UUID id) {
        return find(id).artifact();
    }

    /** What hangs on a node, in the order of its coming. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<ArtifactView> list(String nodeIdOrShortId, String cursor, Integer requestedLimit) {
        NodeView node = nodes.require(nodeIdOrShortId, Action.NODE_READ);
        int limit = Page.limit(requestedLimit);
        String after =
                cursor == null ? null : Validation.identifier(cursor, "cursor").toString();
        List<ArtifactView> found = artifacts.list(node.id(), after, limit + 1, policy.rights(Action.DOCUMENT_READ));
        return Page.of(found, limit, artifact -> artifact.id().toString());
    }

    /**
     * Changes a link or a page.
     *
     * @throws ProblemException conflict, when it is a document
     */
    @Requires(Action.NODE_WRITE)
    public ArtifactView change(UUID id, ArtifactChanges changes) {
        NodeView node = requireChangeable(id);
        ArtifactRules.check(changes);
        Map<String, Object> properties = new HashMap<>();
        if (changes.kind() != null) {
            properties.put("kind", LowerCaseEnumAdapter.write(changes.kind()));
        }
        if (changes.url() != null) {
            properties.put("url", changes.url());
        }
        if (changes.title() != null) {
            properties.put("title", changes.title().strip());
        }
        ArtifactRepository.Changed changed = artifacts
                .change(node.id(), id, properties, Instant.now().toString())
                .orElseThrow(ArtifactService::notFound);
        record("artifact.changed", node, changed.after(), changed.before(), changed.after());
        return changed.after();
    }

    /**
     * Removes a link or a page.
     *
     * @throws ProblemException conflict, when it is a document
     */
    @Requires(Action.NODE_WRITE)
    public void delete(UUID id) {
        NodeView node = requireChangeable(id);
        ArtifactView removed = artifacts.delete(node.id(), id).orElseThrow(ArtifactService::notFound);
        record("artifact.removed", node, removed, removed, null);
    }

    private ArtifactRepository.Found find(UUID id) {
        return artifacts.find(id, policy.rights(Action.DOCUMENT_READ)).orElseThrow(ArtifactService::notFound);
    }

    private NodeView requireChangeable(UUID id) {
        ArtifactRepository.Found found = find(id);
        NodeView node = nodes.require(found.node(), Action.NODE_WRITE);
        if (found.artifact().fileRef() != null) {
            throw ProblemException.conflict("This is a document, which is not changed from the node that it hangs on.");
        }
        return node;
    }

    private void record(String what, NodeView node, ArtifactView artifact, ArtifactView before, ArtifactView after) {
        audit.record(what, "artifact", artifact.id(), node.workspaceId(), before, after);
        Map<String, Object> data = new HashMap<>();
        data.put("node_id", node.id().toString());
        data.put("short_id", node.shortId());
        data.put("title", artifact.title());
        data.put("kind", artifact.kind());
        data.put("url", artifact.url());
        events.publish(DomainEvent.now(what, node.workspaceId(), node.projectId(), artifact.id(), data));
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("artifact");
    }
}

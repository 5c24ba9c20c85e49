package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Destructive;
import io.strata.access.Open;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Links between nodes beside the tree, by the rules of their {@link LinkType}. */
@ApplicationScoped
@Transactional
public class LinkService {

    @Inject
    Policy policy;

    @Inject
    NodeService nodes;

    @Inject
    NodeRepository repository;

    @Inject
    LinkRepository links;

    @Inject
    StructureLock structure;

    @Inject
    AuditLog audit;

    @Inject
    NodeNews news;

    /**
     * Links a node to another one of its workspace.
     *
     * @throws ProblemException validation, when the two cannot be linked so; conflict, when they are already, or when
     *     the link would close a cycle where there must be none
     */
    @Requires(Action.NODE_WRITE)
    public LinkView create(String idOrShortId, CreateLink request) {
        NodeView source = nodes.require(idOrShortId, Action.NODE_WRITE);
        LinkType type = request.type();
        new Validation()
                .present("type", type)
                .present("target_id", request.targetId())
                .done();
        NodeView target = seen(request.targetId().toString())
                .filter(found -> found.workspaceId().equals(source.workspaceId()))
                .orElseThrow(LinkService::noTarget);
        requireEnds(type, source, target);
        serialise(type, source, target);
        if (links.exists(type, source.id(), target.id())) {
            throw ProblemException.conflict(
                    "%s %s %s already.".formatted(source.shortId(), words(type), target.shortId()));
        }
        if (type.acyclic()) {
            requireNoCycle(type, source, target);
        }
        LinkView link = links.create(type, source.id(), target.id()).orElseThrow(LinkService::noTarget);
        record("link.created", source, target, null, link);
        return link;
    }

    /** A link that begins at a node; one that says the same in both directions may be named from either end. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public LinkView get(String idOrShortId, LinkType type, String targetIdOrShortId) {
        NodeView source = nodes.require(idOrShortId, Action.NODE_READ);
        return Optional.ofNullable(targetIdOrShortId)
                .flatMap(this::seen)
                .flatMap(target -> links.find(type, source.id(), target.id()))
                .orElseThrow(() -> ProblemException.notFound("link"));
    }

    /** Removes a link that begins at a node; one that says the same in both directions may be named from either end. */
    @Requires(Action.NODE_WRITE)
    @Destructive("link.delete")
    public void delete(String idOrShortId, LinkType type, String targetIdOrShortId) {
        NodeView source = nodes.require(idOrShortId, Action.NODE_WRITE);
        NodeView target = otherEnd(source, targetIdOrShortId);
        structure.serialise(List.of(source.projectId(), target.projectId()));
        LinkView link =
                links.delete(type, source.id(), target.id()).orElseThrow(() -> ProblemException.notFound("link"));
        record("link.deleted", source, target, link, null);
    }

    /**
     * The node to which a link leads that the caller could remove.
     *
     * @throws ProblemException not found, when there is no such link
     */
    @Requires(Action.NODE_WRITE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public NodeReference target(String idOrShortId, LinkType type, String targetIdOrShortId) {
        NodeView source = nodes.require(idOrShortId, Action.NODE_WRITE);
        NodeView target = otherEnd(source, targetIdOrShortId);
        if (!links.exists(type, source.id(), target.id())) {
            throw ProblemException.notFound("link");
        }
        return NodeReference.to(target);
    }

    private NodeView otherEnd(NodeView source, String targetIdOrShortId) {
        return Optional.ofNullable(targetIdOrShortId)
                .flatMap(this::seen)
                .filter(found -> found.workspaceId().equals(source.workspaceId()))
                .orElseThrow(() -> ProblemException.notFound("link"));
    }

    /** Waits, for a change that makes nodes and links, until the links can be made; to be called before anything else. */
    @Open("takes locks and tells nothing")
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID workspaceId) {
        structure.serialiseWorkspace(workspaceId);
    }

    /** The other end needs only to be seen. */
    private Optional<NodeView> seen(String idOrShortId) {
        return repository.find(idOrShortId, policy.rights(Action.NODE_READ)).map(NodeRepository.Found::node);
    }

    private static void requireEnds(LinkType type, NodeView source, NodeView target) {
        Validation validation = new Validation();
        if (source.id().equals(target.id())) {
            validation.problem("target_id", "must be another node");
        }
        String rule = words(type) + " links " + LowerCaseEnumAdapter.write(type.ends()) + "s only";
        if (source.kind() != type.ends()) {
            validation.problem("type", rule);
        }
        if (target.kind() != type.ends()) {
            validation.problem("target_id", rule);
        }
        validation.done();
    }

    /** A cycle may lead through any project of the workspace. */
    private void serialise(LinkType type, NodeView source, NodeView target) {
        if (type.acyclic()) {
            structure.serialiseWorkspace(source.workspaceId());
        } else {
            structure.serialise(List.of(source.projectId(), target.projectId()));
        }
    }

    private void requireNoCycle(LinkType type, NodeView source, NodeView target) {
        List<String> back = links.way(type, target.id(), source.id(), policy.visibility(Action.NODE_READ));
        if (!back.isEmpty()) {
            List<String> cycle = new ArrayList<>(List.of(source.shortId()));
            cycle.addAll(back);
            throw ShortIdPath.closedBy(cycle);
        }
    }

    private void record(String what, NodeView source, NodeView target, LinkView before, LinkView after) {
        audit.record(what, "node", source.id(), source.workspaceId(), state(source, before), state(source, after));
        LinkView link = after == null ? before : after;
        news.publish(
                what,
                source,
                Map.of(
                        "type", LowerCaseEnumAdapter.write(link.type()),
                        "layer", link.layer(),
                        "target_id", target.id().toString(),
                        "target_short_id", target.shortId()));
    }

    private static Map<String, Object> state(NodeView source, LinkView link) {
        if (link == null) {
            return null;
        }
        Map<String, Object> state = new HashMap<>();
        state.put("title", source.title());
        state.put("link", link);
        return state;
    }

    private static String words(LinkType type) {
        return LowerCaseEnumAdapter.write(type).replace('_', ' ');
    }

    private static ProblemException noTarget() {
        return ProblemException.validation("target_id", "names no node of this workspace");
    }
}

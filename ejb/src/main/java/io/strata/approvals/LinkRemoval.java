package io.strata.approvals;

import io.strata.access.Action;
import io.strata.common.Json;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.graph.LinkService;
import io.strata.graph.LinkType;
import io.strata.graph.NodeReference;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Removes a link between two nodes. */
@ApplicationScoped
class LinkRemoval implements Operation {

    /** The arguments as they are stored. */
    public record Arguments(String node, LinkType type, String target) {}

    @Inject
    NodeService nodes;

    @Inject
    LinkService links;

    @Override
    public String name() {
        return "link.delete";
    }

    @Override
    public Optional<Proposal> propose(Object[] arguments) {
        LinkType type = (LinkType) arguments[1];
        NodeView node = nodes.require((String) arguments[0], Action.NODE_WRITE);
        NodeReference target = links.target(node.id().toString(), type, (String) arguments[2]);
        String words = LowerCaseEnumAdapter.write(type);
        Map<String, Object> link = new TreeMap<>();
        link.put("short_id", node.shortId());
        link.put("title", node.title());
        link.put("type", words);
        link.put("target", target.shortId() + " " + target.title());
        return Optional.of(new Proposal(
                node.workspaceId(),
                node.projectId(),
                node.id(),
                Action.NODE_WRITE,
                "Remove the link %s %s %s.".formatted(node.shortId(), words.replace('_', ' '), target.shortId()),
                Json.write(new Arguments(node.id().toString(), type, target.id().toString())),
                new CallPreview(1, List.of(new CallEffect("remove_link", node.id(), link, null)))));
    }

    @Override
    public Object[] read(String arguments) {
        Arguments stored = Json.read(arguments, Arguments.class);
        return new Object[] {stored.node(), stored.type(), stored.target()};
    }

    @Override
    public Object perform(Object[] arguments) {
        links.delete((String) arguments[0], (LinkType) arguments[1], (String) arguments[2]);
        return null;
    }
}

package io.strata.reconciliation.disagreements;

import io.strata.common.ProblemException;
import io.strata.content.NodeContents;
import io.strata.graph.NodeEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A node of the graph without a row for its content. */
@ApplicationScoped
class NodeWithoutContent extends Disagreement {

    @Inject
    GraphNodes nodes;

    @Inject
    Rows rows;

    @Inject
    NodeContents contents;

    @Inject
    NodeEntries entries;

    NodeWithoutContent() {
        super(
                "node_without_content",
                Store.GRAPH,
                Store.DATABASE,
                "The graph decides which nodes exist. This one has lost its description.",
                new Offer(
                        RepairAction.ADOPT_GRAPH,
                        "Gives it an empty description. Nothing more is lost than is lost already."),
                new Offer(
                        RepairAction.DELETE,
                        "Removes the node with its edges. Only when nothing hangs under it; the node is gone then."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, String> content = ContentWithoutNode.contents(rows, subjects);
        Map<String, Sides> found = new LinkedHashMap<>();
        nodes.states(subjects).forEach((id, state) -> {
            if (!content.containsKey(id)) {
                found.put(id, new Sides(state, null));
            }
        });
        return found;
    }

    @Override
    public void lock(String subject) {
        nodes.lock(subject);
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        return switch (action) {
            case ADOPT_GRAPH -> List.of(describe(subject, GraphNodes.properties(sides.truth(), "properties")));
            case DELETE -> {
                nodes.requireLeaf(subject);
                yield List.of(Step.of(
                        Store.GRAPH,
                        "Remove the node and its edges",
                        GraphRows.read(sides.truth()),
                        null,
                        () -> nodes.remove(subject)));
            }
            default -> throw notOffered(action);
        };
    }

    private Step describe(String id, Map<?, ?> properties) {
        UUID project = GraphNodes.identifier(properties, "project_id");
        UUID workspace = project == null ? null : rows.workspaceOf(project);
        if (workspace == null) {
            throw ProblemException.conflict("The project of this node does not exist.");
        }
        return Step.of(
                Store.DATABASE,
                "Write an empty description",
                null,
                Map.of("node_id", id, "project_id", project, "workspace_id", workspace, "description", ""),
                () -> {
                    contents.create(
                            UUID.fromString(id), project, workspace, GraphNodes.identifier(properties, "zone_id"), "");
                    entries.rewrite(List.of(id));
                });
    }
}

package io.strata.mcp;

import io.strata.common.Page;
import io.strata.graph.NodeView;
import java.util.List;

/**
 * Some nodes.
 *
 * @param nextCursor asks for what follows; {@code null} at the end
 */
public record NodeList(List<NodeView> items, String nextCursor) {

    static NodeList of(Page<NodeView> page) {
        return new NodeList(page.items(), page.nextCursor());
    }
}

package io.strata.graph;

import io.strata.common.RequiredFields;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A request for a new node.
 *
 * @param parentId where it hangs; {@code null} means under the project's root
 * @param description markdown; may be absent
 * @param status one of the project's; {@code null} means the first. This and what follows the assignee is for issues only
 * @param priority {@code null} means none
 * @param estimate how much work it is, in whatever the project counts
 * @param cycleId one of the project's
 */
@RequiredFields({"kind", "title"})
public record CreateNode(
        NodeKind kind,
        UUID parentId,
        String title,
        String description,
        String status,
        List<String> labels,
        UUID assigneeId,
        Priority priority,
        Double estimate,
        LocalDate dueDate,
        UUID cycleId) {

    /** A component of which only the title is known. */
    static CreateNode component(String title) {
        return new CreateNode(NodeKind.COMPONENT, null, title, null, null, null, null, null, null, null, null);
    }
}

package io.strata.imports;

import io.strata.graph.LinkType;
import io.strata.graph.NodeKind;
import io.strata.graph.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A project, or a part of one, as a file. Its parts name each other by keys that mean something in the file only; an
 * export uses short ids.
 *
 * @param format {@value #FORMAT}; may be absent
 */
public record ProjectFile(
        String format, List<Cycle> cycles, List<Node> nodes, List<Link> links, List<Comment> comments) {

    /** What the file calls its form. */
    public static final String FORMAT = "strata-project-1";

    public ProjectFile {
        cycles = cycles == null ? List.of() : cycles;
        nodes = nodes == null ? List.of() : nodes;
        links = links == null ? List.of() : links;
        comments = comments == null ? List.of() : comments;
    }

    /** A cycle. */
    public record Cycle(String key, String name, LocalDate startDate, LocalDate endDate) {}

    /**
     * A component or an issue.
     *
     * @param parent the key of what it hangs under; {@code null} for the root of the project
     * @param assignee a handle
     * @param cycle the key of a cycle
     */
    public record Node(
            String key,
            NodeKind kind,
            String parent,
            String title,
            String description,
            String status,
            List<String> labels,
            String assignee,
            Priority priority,
            Double estimate,
            LocalDate dueDate,
            String cycle) {}

    /** A link between nodes of the file. */
    public record Link(String source, LinkType type, String target) {}

    /**
     * A comment on a node of the file.
     *
     * @param parent the key of the comment that it answers
     * @param author a handle; for readers of the file, an import does not write in the name of others
     */
    public record Comment(String key, String node, String parent, String author, String text, Instant createdAt) {}
}

package io.strata.imports;

import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;
import io.strata.graph.LinkType;
import io.strata.graph.NodeKind;
import io.strata.graph.Priority;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Nodes as a table. Columns are {@code key, kind, parent, title, description, status, labels, assignee, priority, estimate,
 * due_date} and one for each type of link, {@code blocks} and so on; only {@code title} must be there, and others than
 * these do not matter. Several labels, and several keys of a link, are separated by semicolons.
 */
final class NodeTable {

    private static final String SEPARATOR = ";";

    private static final List<String> COLUMNS = List.of(
            "key",
            "kind",
            "parent",
            "title",
            "description",
            "status",
            "labels",
            "assignee",
            "priority",
            "estimate",
            "due_date");

    private static final List<LinkType> LINKS_OF_ISSUES = Arrays.stream(LinkType.values())
            .filter(type -> type.ends() == NodeKind.ISSUE)
            .toList();

    private final Map<String, Integer> columns = new HashMap<>();
    private final Problems problems;

    private NodeTable(List<String> header, Problems problems) {
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        this.problems = problems;
    }

    /** Reads a table; what is wrong with a cell is added to the problems. */
    static ProjectFile read(String text, Problems problems) {
        List<List<String>> rows = Csv.read(text);
        NodeTable table = new NodeTable(rows.isEmpty() ? List.of() : rows.get(0), problems);
        if (!table.columns.containsKey("title")) {
            problems.add("header", "needs the column title");
            problems.done();
        }
        List<ProjectFile.Node> nodes = new ArrayList<>();
        List<ProjectFile.Link> links = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            nodes.add(table.node(rows.get(i), i - 1));
            table.links(rows.get(i), nodes.get(i - 1).key(), links);
        }
        return new ProjectFile(ProjectFile.FORMAT, null, nodes, links, null);
    }

    /** The first line of a table of issues. */
    static String header() {
        List<String> header = new ArrayList<>(COLUMNS);
        LINKS_OF_ISSUES.forEach(type -> header.add(LowerCaseEnumAdapter.write(type)));
        return Csv.line(header);
    }

    /** A line of a table of issues. */
    static String line(ProjectFile.Node issue, List<ProjectFile.Link> links) {
        List<String> cells = new ArrayList<>(Arrays.asList(
                issue.key(),
                LowerCaseEnumAdapter.write(issue.kind()),
                issue.parent(),
                issue.title(),
                issue.description(),
                issue.status(),
                String.join(SEPARATOR, issue.labels()),
                issue.assignee(),
                LowerCaseEnumAdapter.write(issue.priority()),
                issue.estimate() == null ? null : issue.estimate().toString(),
                issue.dueDate() == null ? null : issue.dueDate().toString()));
        for (LinkType type : LINKS_OF_ISSUES) {
            cells.add(String.join(
                    SEPARATOR,
                    links.stream()
                            .filter(link -> link.type() == type)
                            .map(ProjectFile.Link::target)
                            .toList()));
        }
        return Csv.line(cells);
    }

    private ProjectFile.Node node(List<String> row, int index) {
        String place = "rows[" + index + "].";
        String key = cell(row, "key");
        return new ProjectFile.Node(
                key == null ? "row " + index : key,
                parsed(row, "kind", place, text -> LowerCaseEnumAdapter.read(NodeKind.class, "kind", lower(text))),
                cell(row, "parent"),
                cell(row, "title"),
                cell(row, "description"),
                cell(row, "status"),
                list(cell(row, "labels")),
                cell(row, "assignee"),
                parsed(
                        row,
                        "priority",
                        place,
                        text -> LowerCaseEnumAdapter.read(Priority.class, "priority", lower(text))),
                parsed(row, "estimate", place, Double::valueOf),
                parsed(row, "due_date", place, LocalDate::parse),
                null);
    }

    private void links(List<String> row, String source, List<ProjectFile.Link> links) {
        for (LinkType type : LinkType.values()) {
            list(cell(row, LowerCaseEnumAdapter.write(type)))
                    .forEach(target -> links.add(new ProjectFile.Link(source, type, target)));
        }
    }

    private <T> T parsed(List<String> row, String column, String place, Function<String, T> parser) {
        String text = cell(row, column);
        try {
            return text == null ? null : parser.apply(text.strip());
        } catch (ProblemException e) {
            problems.add(place + column, e.details().get(0).message());
        } catch (NumberFormatException | DateTimeException e) {
            problems.add(place + column, "cannot be read: " + text);
        }
        return null;
    }

    /** An empty cell says nothing. */
    private String cell(List<String> row, String column) {
        Integer place = columns.get(column);
        return place == null || place >= row.size() || row.get(place).isBlank() ? null : row.get(place);
    }

    private static List<String> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(SEPARATOR))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

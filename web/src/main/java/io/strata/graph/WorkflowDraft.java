package io.strata.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workflow while somebody edits it: statuses in order, each with where it leads, and what becomes of issues in those that
 * go. A status that gets another name takes its issues along.
 */
public class WorkflowDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<Row> rows = new ArrayList<>();
    private final List<Gone> gone = new ArrayList<>();

    WorkflowDraft(Workflow workflow) {
        for (WorkflowStatus status : workflow.statuses()) {
            Row row = new Row(status.name());
            row.name = status.name();
            row.category = status.category();
            row.everywhere = !workflow.transitions().containsKey(status.name());
            row.targets = new ArrayList<>(workflow.next(status.name()));
            rows.add(row);
        }
    }

    /** A status. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String original;
        private String name;
        private StatusCategory category = StatusCategory.DOING;
        private boolean everywhere = true;
        private List<String> targets = new ArrayList<>();

        Row(String original) {
            this.original = original;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name == null ? "" : name.strip();
        }

        public StatusCategory getCategory() {
            return category;
        }

        public void setCategory(StatusCategory category) {
            this.category = category;
        }

        /** Whether it leads to every other status, those that come later included. */
        public boolean isEverywhere() {
            return everywhere;
        }

        public void setEverywhere(boolean everywhere) {
            this.everywhere = everywhere;
        }

        public List<String> getTargets() {
            return targets;
        }

        public void setTargets(List<String> targets) {
            this.targets = targets == null ? new ArrayList<>() : targets;
        }
    }

    /** A status that goes, and what becomes of its issues. */
    public static class Gone implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String name;
        private String replacement;

        Gone(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        public String getReplacement() {
            return replacement;
        }

        public void setReplacement(String replacement) {
            this.replacement = replacement;
        }
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Gone> getGone() {
        return gone;
    }

    /** The names that there are now, but for one row's. */
    public List<String> namesBut(Row row) {
        return rows.stream()
                .filter(other -> other != row && other.name != null && !other.name.isEmpty())
                .map(Row::getName)
                .distinct()
                .toList();
    }

    /** All names that there are now. */
    public List<String> getNames() {
        return namesBut(null);
    }

    /** Adds a status at the end. */
    public void add() {
        rows.add(new Row(null));
    }

    /** Takes a status away. */
    public void remove(Row row) {
        rows.remove(row);
        if (row.original != null) {
            gone.add(new Gone(row.original));
        }
    }

    /** Puts a status before the one above it. */
    public void raise(Row row) {
        int place = rows.indexOf(row);
        if (place > 0) {
            rows.remove(place);
            rows.add(place - 1, row);
        }
    }

    /** What the service is asked for. */
    WorkflowChange change() {
        List<WorkflowStatus> statuses = rows.stream()
                .map(row -> new WorkflowStatus(row.name == null ? "" : row.name, row.category))
                .toList();
        Map<String, String> renamed = new HashMap<>();
        rows.stream()
                .filter(row -> row.original != null && !row.original.equals(row.name))
                .forEach(row -> renamed.put(row.original, row.name));
        List<String> names = getNames();
        Map<String, List<String>> transitions = new LinkedHashMap<>();
        for (Row row : rows) {
            if (!row.everywhere) {
                transitions.put(
                        row.name,
                        row.targets.stream()
                                .map(target -> renamed.getOrDefault(target, target))
                                .filter(names::contains)
                                .toList());
            }
        }
        Map<String, String> replacements = new HashMap<>(renamed);
        gone.stream()
                .filter(status -> status.replacement != null && !status.replacement.isEmpty())
                .forEach(status -> replacements.put(status.name, status.replacement));
        return new WorkflowChange(statuses, transitions, replacements);
    }
}

package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** The kinds of node that form the decomposition tree. */
@JsonbTypeAdapter(NodeKind.Adapter.class)
public enum NodeKind {
    /** Part of the system; has no status. */
    COMPONENT("Component", "C"),
    /** Work on the system. */
    ISSUE("Issue", "");

    private final String label;
    private final String shortIdInfix;

    NodeKind(String label, String shortIdInfix) {
        this.label = label;
        this.shortIdInfix = shortIdInfix;
    }

    /** The label in the graph. */
    public String label() {
        return label;
    }

    /** What people call the node: {@code NL-C12} for a component, {@code NL-42} for an issue. */
    public String shortId(String projectKey, long number) {
        return projectKey + "-" + shortIdInfix + number;
    }

    /** Whether a node of this kind may hang under one of another: components hang only under components. */
    public boolean mayHangUnder(NodeKind parent) {
        return this == ISSUE || parent == COMPONENT;
    }

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<NodeKind> {
        public Adapter() {
            super(NodeKind.class, "kind");
        }
    }
}

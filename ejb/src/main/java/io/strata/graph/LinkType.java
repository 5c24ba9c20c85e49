package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How nodes can be linked beside the tree. The name of a constant is the type of the relationship in the graph. */
@JsonbTypeAdapter(LinkType.Adapter.class)
public enum LinkType {
    /** The other issue cannot be done before this one is. Nothing blocks itself, not even by way of others. */
    BLOCKS(2, NodeKind.ISSUE, true, false),
    RELATES_TO(2, NodeKind.ISSUE, false, true),
    /** This issue says what the other one says already. */
    DUPLICATES(2, NodeKind.ISSUE, false, false),
    DEPENDS_ON(3, NodeKind.COMPONENT, false, false),
    IMPORTS(3, NodeKind.COMPONENT, false, false),
    CALLS_API(3, NodeKind.COMPONENT, false, false),
    SHARES_DB(3, NodeKind.COMPONENT, false, true);

    /** The layer of code, whose links are drawn by people or inferred from repositories. */
    private static final int CODE = 3;

    private final int layer;
    private final NodeKind ends;
    private final boolean acyclic;
    private final boolean symmetric;

    LinkType(int layer, NodeKind ends, boolean acyclic, boolean symmetric) {
        this.layer = layer;
        this.ends = ends;
        this.acyclic = acyclic;
        this.symmetric = symmetric;
    }

    /** 2 for work, 3 for code. */
    public int layer() {
        return layer;
    }

    /** What it links. */
    public NodeKind ends() {
        return ends;
    }

    /** Whether links of this type must not lead back to where they began. */
    public boolean acyclic() {
        return acyclic;
    }

    /** Whether it says the same in both directions. */
    public boolean symmetric() {
        return symmetric;
    }

    /** Who says so, for a link that a person makes; {@code null} where only people make links. */
    String manualSource() {
        return layer == CODE ? "manual" : null;
    }

    /** All types as a pattern of a relationship in Cypher. */
    static String anyOf() {
        return Arrays.stream(values()).map(LinkType::name).collect(Collectors.joining("|"));
    }

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<LinkType> {
        public Adapter() {
            super(LinkType.class, "type");
        }
    }
}

package io.strata.graph;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.function.Function;

/**
 * What nodes are sorted by. Those that lack it come last in either direction, and equals come in the order of their making.
 */
@JsonbTypeAdapter(NodeSort.Adapter.class)
public enum NodeSort {
    CREATED("n.id", text -> text),
    UPDATED(NodeSort.MICROSECONDS.formatted("n.updated_at"), Long::valueOf),
    TITLE("toLower(n.title)", text -> text),
    /** In the order of the workflow. */
    STATUS("head([i IN range(0, size($order) - 1) WHERE $order[i] = n.status])", Long::valueOf),
    PRIORITY("""
            CASE WHEN n:Issue THEN
              head([i IN range(0, 4) WHERE ['none', 'low', 'medium', 'high', 'urgent'][i] = coalesce(n.priority, 'none')])
            END""", Long::valueOf),
    DUE("n.due_date", text -> text),
    ESTIMATE("toFloat(n.estimate)", Double::valueOf),
    ASSIGNEE("n.assignee_id", text -> text),
    KIND("CASE WHEN n:Component THEN 0 ELSE 1 END", Long::valueOf);

    /** A moment of the graph as a number; as texts, moments do not sort. */
    static final String MICROSECONDS = "(datetime(%1$s).epochSeconds * 1000000 + datetime(%1$s).microsecond)";

    private final String key;
    private final Function<String, Object> reader;

    NodeSort(String key, Function<String, Object> reader) {
        this.key = key;
        this.reader = reader;
    }

    /** What it sorts by, as an expression of Cypher over a node {@code n}. */
    String key() {
        return key;
    }

    /**
     * Reads a value that the expression gave.
     *
     * @throws IllegalArgumentException when it gave none such
     */
    Object read(String value) {
        return reader.apply(value);
    }

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<NodeSort> {
        public Adapter() {
            super(NodeSort.class, "sort");
        }
    }
}

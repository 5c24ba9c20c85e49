package io.strata.reconciliation.disagreements;

import io.strata.common.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads states out of answers of the graph. */
final class GraphRows {

    /** Finds nodes of the tree by id, those in the trash included; to be continued with what is wanted of {@code n}. */
    static final String NODES = """
            UNWIND $keys AS key
            CALL (key) { MATCH (n:Node {id: key}) RETURN n UNION MATCH (n:Trashed {id: key}) RETURN n }
            """;

    private GraphRows() {}

    /** The states by key: labels and properties as JSON. */
    static Map<String, String> states(List<Map<String, Object>> answer) {
        Map<String, String> states = new LinkedHashMap<>();
        answer.forEach(row -> states.put(
                (String) row.get("key"),
                json(Map.of("labels", row.get("labels"), "properties", new TreeMap<>(map(row, "properties"))))));
        return states;
    }

    /** A map as JSON with its names in order, so that equal maps make equal texts. */
    static String json(Map<String, ?> state) {
        return Json.write(new TreeMap<>(state));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<?, ?> row, String name) {
        return (Map<String, Object>) row.get(name);
    }

    /** A state as it was written by {@link #json}. */
    static Map<?, ?> read(String state) {
        return Json.read(state, Map.class);
    }
}

package io.strata.reconciliation;

import io.strata.common.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads keys and states out of answers of the graph. */
final class GraphRows {

    private GraphRows() {}

    static List<String> keys(List<Map<String, Object>> answer) {
        return answer.stream().map(row -> (String) row.get("key")).toList();
    }

    /** The states by key: labels and properties as JSON. */
    static Map<String, String> states(List<Map<String, Object>> answer) {
        Map<String, String> states = new LinkedHashMap<>();
        for (Map<String, Object> row : answer) {
            Map<String, Object> state = new TreeMap<>();
            state.put("labels", row.get("labels"));
            state.put("properties", row.get("properties"));
            states.put((String) row.get("key"), Json.write(state));
        }
        return states;
    }
}

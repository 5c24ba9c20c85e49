package io.strata.mcp;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that one endpoint offers, in a lasting order. What is not in it cannot be called there. */
final class Toolbox {

    private final Map<String, Tool<?, ?>> tools = new LinkedHashMap<>();
    private final JsonArray definitions;

    Toolbox(List<Tool<?, ?>> offered) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        offered.forEach(tool -> {
            tools.put(tool.name(), tool);
            all.add(tool.asJson());
        });
        definitions = all.build();
    }

    Optional<Tool<?, ?>> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    JsonArray definitions() {
        return definitions;
    }
}

package io.strata.fuzz;

import io.strata.testing.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Values for schemas: mostly what fits, at times what does not. The same seed gives the same values. */
final class Values {

    private static final int DEEPEST = 5;

    /** What breaks programs. */
    private static final List<Object> ODD = Arrays.asList(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202e\u200f",
            "🚀".repeat(40),
            "\ud800",
            "e\u0301",
            "'; drop table actor; --",
            "}) RETURN 1 //",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%00%2e%2e",
            "null",
            "x".repeat(300),
            "y".repeat(70_000),
            0,
            -1,
            1,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            1e308,
            -0.0,
            0.1,
            true,
            false,
            "true",
            "0001-01-01",
            "9999-12-31",
            "+1000000000-01-01",
            "2026-02-30",
            "2026-11-20T15:08:48Z",
            "00000000-0000-0000-0000-000000000000",
            List.of(),
            List.of(List.of(1)),
            Map.of(),
            Map.of("a", Map.of("b", 1)),
            Arrays.asList(null, null),
            null);

    private final Contract contract;
    private final Random random;
    private final Map<String, List<String>> known;

    /**
     * Values.
     *
     * @param known names and ids of things that exist, by the names of fields and parameters that could name them
     */
    Values(Contract contract, Random random, Map<String, List<String>> known) {
        this.contract = contract;
        this.random = random;
        this.known = known;
    }

    /** A value that fits a schema, or with a chance of one in {@code oddity} something else. */
    Object of(JsonNode schema, String name, int oddity) {
        return of(schema, name, oddity, 0);
    }

    private Object of(JsonNode given, String name, int oddity, int depth) {
        if (isOdd(oddity)) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        JsonNode schema = contract.resolve(given);
        if (schema.has("enum")) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .asString();
        }
        return switch (schema.path("type").asString("object")) {
            case "array" -> list(schema, name, oddity, depth);
            case "integer" -> integer(schema);
            case "number" -> random.nextInt(20) / 2.0;
            case "boolean" -> random.nextBoolean();
            case "string" -> text(schema, name);
            default -> object(schema, oddity, depth);
        };
    }

    private boolean isOdd(int oddity) {
        return oddity > 0 && random.nextInt(oddity) == 0;
    }

    private Map<String, Object> object(JsonNode schema, int oddity, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(field -> required.add(field.asString()));
        schema.path("properties").properties().forEach(property -> {
            boolean wanted = required.contains(property.getKey()) ? !isOdd(oddity) : random.nextInt(3) == 0;
            if (wanted && depth < DEEPEST) {
                object.put(property.getKey(), of(property.getValue(), property.getKey(), oddity, depth + 1));
            }
        });
        if (isOdd(oddity)) {
            object.put("unknown\u0000field", 1);
        }
        return object;
    }

    private List<Object> list(JsonNode schema, String name, int oddity, int depth) {
        List<Object> list = new ArrayList<>();
        int size = isOdd(oddity) ? 600 : random.nextInt(3);
        for (int i = 0; i < size && depth < DEEPEST; i++) {
            list.add(of(schema.path("items"), name, oddity, depth + 1));
        }
        return list;
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(100);
        return least + random.nextLong(Math.max(1, most - least + 1));
    }

    private String text(JsonNode schema, String name) {
        List<String> things = known.get(name);
        if (things != null && random.nextInt(10) > 0) {
            return things.get(random.nextInt(things.size()));
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
            case "date-time" -> "2026-11-20T15:08:48Z";
            default -> "fuzz" + random.nextInt(1_000_000);
        };
    }
}

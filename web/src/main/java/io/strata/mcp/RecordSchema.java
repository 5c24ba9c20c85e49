package io.strata.mcp;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Describes records as JSON Schema (2020-12), in the form in which {@link io.strata.common.Json} writes and reads them:
 * names in snake_case, absent values left out.
 */
final class RecordSchema {

    private static final Map<Class<?>, JsonObject> SIMPLE = Map.ofEntries(
            Map.entry(String.class, type("string")),
            Map.entry(UUID.class, formatted("uuid")),
            Map.entry(Instant.class, formatted("date-time")),
            Map.entry(LocalDate.class, formatted("date")),
            Map.entry(boolean.class, type("boolean")),
            Map.entry(Boolean.class, type("boolean")),
            Map.entry(int.class, type("integer")),
            Map.entry(Integer.class, type("integer")),
            Map.entry(long.class, type("integer")),
            Map.entry(Long.class, type("integer")),
            Map.entry(double.class, type("number")),
            Map.entry(Double.class, type("number")));

    private RecordSchema() {}

    /** What a tool takes: what is required says {@link About}, and nothing else is taken. */
    static JsonObject ofInput(Class<? extends Record> type) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (RecordComponent component : type.getRecordComponents()) {
            About about = component.getAnnotation(About.class);
            String name = name(component);
            properties.add(
                    name,
                    Json.createObjectBuilder(of(component.getGenericType())).add("description", about.value()));
            if (about.required()) {
                required.add(name);
            }
        }
        return object(properties.build(), required)
                .add("additionalProperties", false)
                .build();
    }

    /** What a tool answers: what can never be absent is required. */
    static JsonObject ofOutput(Class<? extends Record> type) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.add(name(component), of(component.getGenericType()));
            if (component.getType().isPrimitive()) {
                required.add(name(component));
            }
        }
        return object(properties.build(), required).build();
    }

    /** The name under which a part of a record stands in JSON. */
    static String name(RecordComponent component) {
        StringBuilder name = new StringBuilder();
        for (char letter : component.getName().toCharArray()) {
            if (Character.isUpperCase(letter)) {
                name.append('_');
            }
            name.append(Character.toLowerCase(letter));
        }
        return name.toString();
    }

    private static JsonObjectBuilder object(JsonObject properties, JsonArrayBuilder required) {
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("required", required);
    }

    @SuppressWarnings("unchecked")
    private static JsonObject of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> container = (Class<?>) generic.getRawType();
            return Collection.class.isAssignableFrom(container)
                    ? Json.createObjectBuilder()
                            .add("type", "array")
                            .add("items", of(generic.getActualTypeArguments()[0]))
                            .build()
                    : type("object");
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return Json.createObjectBuilder(type("string"))
                    .add("enum", constants((Class<? extends Enum<?>>) plain))
                    .build();
        }
        if (plain.isRecord()) {
            return ofOutput((Class<? extends Record>) plain);
        }
        JsonObject simple = SIMPLE.get(plain);
        if (simple == null) {
            throw new IllegalStateException("no schema for " + type);
        }
        return simple;
    }

    private static JsonArrayBuilder constants(Class<? extends Enum<?>> type) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        Arrays.stream(type.getEnumConstants()).map(LowerCaseEnumAdapter::write).forEach(names::add);
        return names;
    }

    private static JsonObject type(String name) {
        return Json.createObjectBuilder().add("type", name).build();
    }

    private static JsonObject formatted(String format) {
        return Json.createObjectBuilder(type("string")).add("format", format).build();
    }
}

package io.strata.requests;

import io.strata.common.Page;
import io.strata.common.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which fields of an answer are wanted: names separated by commas, {@code id,title,status}, and of fields within others
 * with a dot, {@code node.title}. A field that is named stands with all that is in it. Of a list it is the elements'
 * fields.
 */
public final class FieldSelection {

    /** What asks for it. */
    public static final String PARAMETER = "fields";

    private final Map<String, FieldSelection> parts = new LinkedHashMap<>();

    private FieldSelection() {}

    /** What a request asks for; {@code null} when it asks for everything. */
    public static FieldSelection of(String parameter) {
        if (parameter == null) {
            return null;
        }
        FieldSelection selection = new FieldSelection();
        for (String name : parameter.split(",", -1)) {
            FieldSelection at = selection;
            for (String part : name.strip().split("\\.", -1)) {
                at = at.parts.computeIfAbsent(part, key -> new FieldSelection());
            }
        }
        return selection;
    }

    /** Whether a selection wants nothing but what is in one field; everything is more than that. */
    public static boolean isWithin(String parameter, String field) {
        return parameter != null && of(parameter).parts.keySet().equals(Set.of(field));
    }

    /**
     * Requires that there is everything that is wanted.
     *
     * @param answer what the endpoint answers with
     * @throws ProblemException validation, naming what there is
     */
    void check(Type answer) {
        Map<String, Type> fields = fields(element(answer));
        if (fields.isEmpty()) {
            throw ProblemException.validation(PARAMETER, "cannot be chosen here");
        }
        check(fields, "");
    }

    private void check(Map<String, Type> fields, String prefix) {
        parts.forEach((name, within) -> {
            if (!fields.containsKey(name)) {
                throw ProblemException.validation(
                        PARAMETER,
                        "there is no " + prefix + name + "; there are " + String.join(", ", fields.keySet()));
            }
            if (!within.parts.isEmpty()) {
                within.check(fields(fields.get(name)), prefix + name + ".");
            }
        });
    }

    /** What is left of an answer. */
    String apply(String json, boolean list) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject whole = reader.readObject();
            if (!list) {
                return apply(whole).toString();
            }
            JsonObjectBuilder page = Json.createObjectBuilder();
            whole.forEach((name, value) -> page.add(name, name.equals("items") ? apply(value) : value));
            return page.build().toString();
        }
    }

    private JsonValue apply(JsonValue value) {
        if (parts.isEmpty()) {
            return value;
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder chosen = Json.createArrayBuilder();
            array.forEach(element -> chosen.add(apply(element)));
            return chosen.build();
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder chosen = Json.createObjectBuilder();
            parts.forEach((name, within) -> {
                if (object.containsKey(name)) {
                    chosen.add(name, within.apply(object.get(name)));
                }
            });
            return chosen.build();
        }
        return value;
    }

    /** Whether an endpoint answers with a list. */
    static boolean isList(Type answer) {
        return raw(answer) == Page.class;
    }

    private static Type element(Type answer) {
        return isList(answer) && answer instanceof ParameterizedType page ? page.getActualTypeArguments()[0] : answer;
    }

    /** The fields of a record by their names in JSON; of what is in it, when it is a collection; none of anything else. */
    private static Map<String, Type> fields(Type type) {
        Class<?> raw = raw(type);
        if (Iterable.class.isAssignableFrom(raw) && type instanceof ParameterizedType collection) {
            return fields(collection.getActualTypeArguments()[0]);
        }
        Map<String, Type> fields = new LinkedHashMap<>();
        if (raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                fields.put(jsonName(component.getName()), component.getGenericType());
            }
        }
        return fields;
    }

    private static String jsonName(String name) {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> known ? known : Object.class;
    }
}

package io.strata.description;

import io.strata.common.RequiredFields;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Makes the schemas say what the JSON really is: constants in lower case, and which fields are always there. */
final class Schemas {

    private final Components components;
    private final Types types;

    Schemas(Components components, Types types) {
        this.components = components;
        this.types = types;
    }

    void complete() {
        components.getSchemas().forEach((name, schema) -> {
            lowerConstants(schema);
            types.find(name).ifPresent(type -> require(schema, type, !types.isAsked(type)));
            if (name.startsWith("Page") && has(schema, "items")) {
                addRequired(schema, "items");
            }
        });
    }

    private static void lowerConstants(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .map(constant -> (Object) constant.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
    }

    /** A primitive that is not asked for has its value of zero; in an answer it is always there. */
    private static void require(Schema schema, Class<?> type, boolean onlyAnswered) {
        RequiredFields required = type.getAnnotation(RequiredFields.class);
        Set<String> named = required == null ? Set.of() : Set.of(required.value());
        List<String> absent = required == null ? List.of(RequiredFields.EVERYTHING) : List.of(required.allBut());
        boolean listed = !absent.contains(RequiredFields.EVERYTHING);
        for (RecordComponent component : type.getRecordComponents()) {
            boolean always = (onlyAnswered && component.getType().isPrimitive())
                    || named.contains(component.getName())
                    || (listed && !absent.contains(component.getName()));
            String field = jsonName(component.getName());
            if (always && has(schema, field)) {
                addRequired(schema, field);
            }
            if (component.getType() == JsonValue.class && has(schema, field)) {
                schema.getProperties().get(field).setType(null); // whatever JSON it is
            }
        }
        requireKnown(type, named);
        requireKnown(type, listed ? absent : List.of());
    }

    private static void requireKnown(Class<?> type, Iterable<String> names) {
        for (String name : names) {
            if (Arrays.stream(type.getRecordComponents())
                    .noneMatch(component -> component.getName().equals(name))) {
                throw new IllegalStateException(type.getName() + " has no component " + name);
            }
        }
    }

    private static boolean has(Schema schema, String field) {
        return schema.getProperties() != null && schema.getProperties().containsKey(field);
    }

    private static void addRequired(Schema schema, String field) {
        if (schema.getRequired() == null || !schema.getRequired().contains(field)) {
            schema.addRequired(field);
        }
    }

    private static String jsonName(String name) {
        return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}

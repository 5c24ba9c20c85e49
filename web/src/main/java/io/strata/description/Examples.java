package io.strata.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Makes an example of a schema, with values that a field of such a name could have ({@code examples.properties}). */
final class Examples {

    private static final String REFERENCE = "#/components/schemas/";
    private static final int DEEPEST = 6;
    private static final Properties VALUES = read();

    private final Components components;

    Examples(Components components) {
        this.components = components;
    }

    /** An example; the same for the same schema. */
    Object of(Schema schema) {
        return of(schema, "", 0);
    }

    private Object of(Schema given, String field, int depth) {
        Schema schema = resolve(given);
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().get(0);
        }
        SchemaType type = schema.getType() == null || schema.getType().isEmpty()
                ? SchemaType.OBJECT
                : schema.getType().get(0);
        return switch (type) {
            case ARRAY -> list(schema, field, depth);
            case OBJECT -> object(schema, depth);
            case INTEGER -> number(field, 1).intValue();
            case NUMBER -> number(field, 1.5).doubleValue();
            case BOOLEAN -> Boolean.valueOf(VALUES.getProperty(field, "false"));
            default -> text(schema, field);
        };
    }

    private static Number number(String field, Number otherwise) {
        try {
            return Integer.valueOf(VALUES.getProperty(field, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private List<Object> list(Schema schema, String field, int depth) {
        return depth > DEEPEST || schema.getItems() == null
                ? List.of()
                : List.of(of(schema.getItems(), field, depth + 1));
    }

    private Map<String, Object> object(Schema schema, int depth) {
        Map<String, Object> example = new LinkedHashMap<>();
        if (schema.getProperties() == null) {
            return example;
        }
        List<String> required = schema.getRequired() == null ? List.of() : new ArrayList<>(schema.getRequired());
        schema.getProperties().forEach((name, property) -> {
            if (depth <= DEEPEST || required.contains(name)) {
                example.put(name, of(property, name, depth + 1));
            }
        });
        return example;
    }

    private static String text(Schema schema, String field) {
        String format = schema.getFormat() == null ? "" : schema.getFormat();
        return switch (format) {
            case "uuid" -> VALUES.getProperty("uuid");
            case "date-time" -> VALUES.getProperty("date-time");
            case "date" -> VALUES.getProperty("date");
            case "binary" -> "";
            default -> VALUES.getProperty(field, "text");
        };
    }

    private Schema resolve(Schema schema) {
        String reference = schema.getRef();
        return reference == null ? schema : components.getSchemas().get(reference.substring(REFERENCE.length()));
    }

    private static Properties read() {
        Properties values = new Properties();
        try (InputStream file = Examples.class.getResourceAsStream("examples.properties")) {
            values.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

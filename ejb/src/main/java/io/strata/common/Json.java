package io.strata.common;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;

/** The one way that values become JSON and come back: names in snake_case, absent values left out. */
public final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    private static final Type OBJECT = new TreeMap<String, Object>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private Json() {}

    /** The mapping itself, for frameworks that want it. It is thread-safe. */
    public static Jsonb mapping() {
        return JSONB;
    }

    /** Writes a value; {@code null} stays {@code null}. */
    public static String write(Object value) {
        return value == null ? null : JSONB.toJson(value);
    }

    /** Reads an object whose form is not known. */
    public static Map<String, Object> readObject(String json) {
        return JSONB.fromJson(json, OBJECT);
    }

    /** Reads a value of a type. */
    public static <T> T read(String json, Type type) {
        return JSONB.fromJson(json, type);
    }
}

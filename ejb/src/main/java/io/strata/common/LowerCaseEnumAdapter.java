package io.strata.common;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the constants of an enum in lower case, as the API does throughout, and reads them back. An enum names a
 * subclass of its own in {@code @JsonbTypeAdapter}.
 */
public abstract class LowerCaseEnumAdapter<E extends Enum<E>> implements JsonbAdapter<E, String> {

    private final Class<E> type;
    private final String field;

    /** For an enum whose values stand in a field that is called like it. */
    protected LowerCaseEnumAdapter(Class<E> type) {
        this(type, type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }

    /**
     * For an enum whose values stand in a field of another name.
     *
     * @param field what to call it when it is wrong
     */
    protected LowerCaseEnumAdapter(Class<E> type, String field) {
        this.type = type;
        this.field = field;
    }

    @Override
    public String adaptToJson(E constant) {
        return write(constant);
    }

    @Override
    public E adaptFromJson(String text) {
        return read(type, field, text);
    }

    /** A constant as the API writes it. */
    public static String write(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant behind a text.
     *
     * @param field what to call it when it is wrong
     * @return {@code null} for {@code null}
     * @throws ProblemException validation, naming what would be right
     */
    public static <E extends Enum<E>> E read(Class<E> type, String field, String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> write(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.validation(field, "must be one of " + names(type)));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(LowerCaseEnumAdapter::write)
                .collect(Collectors.joining(", "));
    }
}

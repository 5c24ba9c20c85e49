package io.strata.screens;

import io.strata.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A field of two states that are shown beside each other.
 *
 * @param left its value in words; {@code null} when that state has no such field
 * @param right likewise
 */
public record FieldPair(String field, String left, String right) {

    /** Whether the states differ here. */
    public boolean differs() {
        return !Objects.equals(left, right);
    }

    /** All fields of both states, by name; those within a field stand behind a dot. An absent state has none. */
    public static List<FieldPair> of(Map<?, ?> leftState, Map<?, ?> rightState) {
        SortedMap<String, String> left = flat(leftState);
        SortedMap<String, String> right = flat(rightState);
        TreeSet<String> fields = new TreeSet<>(left.keySet());
        fields.addAll(right.keySet());
        return fields.stream()
                .map(field -> new FieldPair(field, left.get(field), right.get(field)))
                .toList();
    }

    private static SortedMap<String, String> flat(Map<?, ?> state) {
        SortedMap<String, String> fields = new TreeMap<>();
        if (state != null) {
            flatten("", state, fields);
        }
        return fields;
    }

    private static void flatten(String path, Map<?, ?> state, SortedMap<String, String> fields) {
        for (Map.Entry<?, ?> entry : new ArrayList<>(state.entrySet())) {
            String name = path + entry.getKey();
            if (entry.getValue() instanceof Map<?, ?> inner) {
                flatten(name + ".", inner, fields);
            } else if (entry.getValue() != null) {
                fields.put(name, entry.getValue() instanceof String text ? text : Json.write(entry.getValue()));
            }
        }
    }
}

package io.strata.reconciliation;

import io.strata.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A field of a finding with its value on either side.
 *
 * @param truth in words; {@code null} when that side has no such field
 * @param other likewise
 */
public record SideRow(String field, String truth, String other) {

    /** Whether the sides differ here. */
    public boolean differs() {
        return !Objects.equals(truth, other);
    }

    /** All fields of both sides, by name; those within a field stand behind a dot. */
    static List<SideRow> of(FindingView finding) {
        if (finding == null) {
            return List.of();
        }
        SortedMap<String, String> truth = flat(finding.truth().state());
        SortedMap<String, String> other = flat(finding.other().state());
        TreeSet<String> fields = new TreeSet<>(truth.keySet());
        fields.addAll(other.keySet());
        return fields.stream()
                .map(field -> new SideRow(field, truth.get(field), other.get(field)))
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

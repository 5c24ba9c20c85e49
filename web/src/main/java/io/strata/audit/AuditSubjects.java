package io.strata.audit;

import io.strata.common.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Calls the subject of an entry by the name that people know it by. */
@Named("subject")
@ApplicationScoped
public class AuditSubjects {

    private static final List<String> NAMES = List.of("title", "name", "handle", "url", "file_name", "job");

    /** The name that the states before and after tell; empty when they tell none. */
    public String nameOf(AuditView entry) {
        return Stream.of(entry.after(), entry.before())
                .filter(Objects::nonNull)
                .map(AuditSubjects::asMap)
                .flatMap(state -> NAMES.stream().map(state::get))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }

    private static Map<?, ?> asMap(Object state) {
        String text = state instanceof String given ? given : Json.write(state);
        return text.startsWith("{") ? Json.read(text, Map.class) : Map.of();
    }
}

package io.strata.description;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The records behind the schemas, by the names of these. */
final class Types {

    private final Map<String, Class<?>> byName = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Set<Class<?>> asked = new HashSet<>();

    /** All that some endpoints take and give. */
    Types(Collection<Method> endpoints) {
        endpoints.forEach(endpoint -> {
            add(endpoint.getGenericReturnType());
            Arrays.stream(endpoint.getGenericParameterTypes()).forEach(type -> {
                add(type);
                ask(type);
            });
            for (Annotation annotation : endpoint.getAnnotations()) {
                if (annotation instanceof APIResponseSchema answer) {
                    add(answer.value());
                }
                if (annotation instanceof APIResponse answer) {
                    Arrays.stream(answer.content())
                            .forEach(content -> add(content.schema().implementation()));
                }
            }
        });
    }

    /** The record behind a schema; empty when there is none, or when several have its name. */
    Optional<Class<?>> find(String schema) {
        return ambiguous.contains(schema) ? Optional.empty() : Optional.ofNullable(byName.get(schema));
    }

    /** Whether it is, or is in, what some endpoint takes. */
    boolean isAsked(Class<?> type) {
        return asked.contains(type);
    }

    private void ask(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::ask);
        }
        if (type instanceof Class<?> known && known.isRecord() && asked.add(known)) {
            for (RecordComponent component : known.getRecordComponents()) {
                ask(component.getGenericType());
            }
        }
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
        }
        if (!(type instanceof Class<?> known) || !known.isRecord()) {
            return;
        }
        Class<?> before = byName.putIfAbsent(known.getSimpleName(), known);
        if (before != null && before != known) {
            ambiguous.add(known.getSimpleName());
        }
        if (before != known) {
            for (RecordComponent component : known.getRecordComponents()) {
                add(component.getGenericType());
            }
        }
    }
}

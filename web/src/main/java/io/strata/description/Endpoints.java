package io.strata.description;

import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The methods behind operations. */
final class Endpoints {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private Endpoints() {}

    /** The method that the generator has made an id from; empty for an id of another kind. */
    static Optional<Method> find(String id) {
        int separator = id == null ? -1 : id.lastIndexOf('_');
        if (separator < 0 || !id.substring(0, separator).contains(".")) {
            return Optional.empty();
        }
        return Optional.of(method(id.substring(0, separator), id.substring(separator + 1)));
    }

    /** What clients call it: {@code node_create}. */
    static String name(Method method) {
        String noun = method.getDeclaringClass().getSimpleName().replace("Resource", "");
        return noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1) + "_" + method.getName();
    }

    /** Whether it changes nothing. */
    static boolean isReading(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .anyMatch(verb -> verb != null && READING.contains(verb.value()));
    }

    /** Whether it names its answer itself, because its type does not tell. */
    static boolean saysWhatItAnswers(Method method) {
        return method.isAnnotationPresent(APIResponse.class);
    }

    private static Method method(String type, String name) {
        try {
            Class<?> resource = Class.forName(type, false, Endpoints.class.getClassLoader());
            return Arrays.stream(resource.getMethods())
                    .filter(candidate -> candidate.getName().equals(name) && !candidate.isSynthetic())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no method " + name + " in " + type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("an endpoint in a class that is not there: " + type, e);
        }
    }
}

package io.strata.operations;

import io.strata.access.Open;
import io.strata.access.Requires;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the description of the API what every endpoint says in its annotations and nobody should have to write twice:
 * the permission it needs (extension {@value #PERMISSION}), that it needs a sign-in, and the errors that follow from
 * both. Operations are found by their id, which the generator makes from package, class and method; afterwards the id is
 * shortened.
 */
public class PermissionFilter implements OASFilter {

    /** The extension that names the permission, or says that an endpoint is open. */
    public static final String PERMISSION = "x-permission";

    private static final Map<String, String> ERRORS = Map.of(
            "401", "Unauthenticated", "403", "Forbidden", "404", "NotFound", "422", "Invalid", "503", "Unavailable");

    @Override
    public Operation filterOperation(Operation operation) {
        String id = operation.getOperationId();
        int separator = id == null ? -1 : id.lastIndexOf('_');
        if (separator < 0) {
            return operation;
        }
        String type = id.substring(0, separator);
        String method = id.substring(separator + 1);
        describe(operation, endpoint(type, method));
        String noun = type.substring(type.lastIndexOf('.') + 1).replace("Resource", "");
        operation.setOperationId(noun.substring(0, 1).toLowerCase(Locale.ROOT) + noun.substring(1) + "_" + method);
        return operation;
    }

    private static void describe(Operation operation, Method endpoint) {
        Requires requires = endpoint.getAnnotation(Requires.class);
        if (requires == null) {
            requires = endpoint.isAnnotationPresent(Open.class)
                    ? null
                    : endpoint.getDeclaringClass().getAnnotation(Requires.class);
        }
        if (requires == null) {
            operation.addExtension(PERMISSION, "open");
            operation.setSecurity(List.of());
            addError(operation, "422");
        } else {
            operation.addExtension(PERMISSION, requires.value().name().toLowerCase(Locale.ROOT));
            ERRORS.keySet().forEach(status -> addError(operation, status));
        }
    }

    private static void addError(Operation operation, String status) {
        APIResponses responses = operation.getResponses();
        if (responses != null && !responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(ERRORS.get(status)));
        }
    }

    private static Method endpoint(String type, String method) {
        try {
            Class<?> resource = Class.forName(type, false, PermissionFilter.class.getClassLoader());
            return Stream.concat(Arrays.stream(resource.getMethods()), Arrays.stream(resource.getDeclaredMethods()))
                    .filter(candidate -> candidate.getName().equals(method) && !candidate.isSynthetic())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no method " + method + " in " + type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("an endpoint in a class that is not there: " + type, e);
        }
    }
}

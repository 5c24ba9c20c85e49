package io.strata.description;

import io.strata.access.Open;
import io.strata.access.Requires;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says of an operation who may call it, as its endpoint does. */
final class Permissions {

    /** The extension that names the permission, or says that an endpoint is open. */
    static final String EXTENSION = "x-permission";

    private Permissions() {}

    static void describe(Operation operation, Method endpoint) {
        Requires requires = required(endpoint);
        if (requires == null) {
            operation.addExtension(EXTENSION, "open");
            operation.setSecurity(List.of());
            add(operation, "Needs no sign-in.");
        } else {
            String permission = requires.value().name().toLowerCase(Locale.ROOT);
            operation.addExtension(EXTENSION, permission);
            add(operation, "Needs `" + permission + "`.");
        }
    }

    static boolean isOpen(Method endpoint) {
        return required(endpoint) == null;
    }

    private static void add(Operation operation, String sentence) {
        String description = operation.getDescription();
        operation.setDescription(description == null ? sentence : description + " " + sentence);
    }

    private static Requires required(Method endpoint) {
        Requires requires = endpoint.getAnnotation(Requires.class);
        if (requires != null || endpoint.isAnnotationPresent(Open.class)) {
            return requires;
        }
        return endpoint.getDeclaringClass().getAnnotation(Requires.class);
    }
}

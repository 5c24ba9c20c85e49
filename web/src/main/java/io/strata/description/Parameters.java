package io.strata.description;

import io.strata.requests.FieldSelection;
import io.strata.requests.OwnTransactions;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Describes parameters by their names: as the components {@code operation.name} or {@code name} do. Adds those that every
 * reading or changing operation takes.
 */
final class Parameters {

    private final Components components;

    Parameters(Components components) {
        this.components = components;
    }

    void complete(Operation operation, Method endpoint) {
        List<Parameter> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> !FieldSelection.PARAMETER.equals(parameter.getName()))
                    .map(parameter -> described(parameter, operation.getOperationId()))
                    .forEach(parameters::add);
        }
        if (Endpoints.isReading(endpoint)) {
            if (isJson(endpoint)) {
                parameters.add(reference("fields"));
                parameters.add(reference("If-None-Match"));
            }
        } else if (!Permissions.isOpen(endpoint) && !ownsTransactions(endpoint)) {
            parameters.add(reference("If-Match"));
            parameters.add(reference("Idempotency-Key"));
        }
        operation.setParameters(parameters.isEmpty() ? null : parameters);
    }

    private Parameter described(Parameter parameter, String operation) {
        String name = parameter.getName();
        if (name == null || parameter.getDescription() != null) {
            return parameter;
        }
        String special = operation + "." + name;
        if (components.getParameters().containsKey(special)) {
            return reference(special);
        }
        Parameter known = components.getParameters().get(name);
        return known != null && known.getIn() == parameter.getIn() ? reference(name) : parameter;
    }

    /** Whether it answers with JSON that is made of a value, and not with a file or a stream. */
    static boolean isJson(Method endpoint) {
        return endpoint.getReturnType() != Response.class && endpoint.getReturnType() != void.class;
    }

    static boolean ownsTransactions(Method endpoint) {
        return endpoint.isAnnotationPresent(OwnTransactions.class)
                || endpoint.getDeclaringClass().isAnnotationPresent(OwnTransactions.class);
    }

    private static Parameter reference(String name) {
        return OASFactory.createParameter().ref(name);
    }
}

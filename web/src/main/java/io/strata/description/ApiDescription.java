package io.strata.description;

import java.lang.reflect.Method;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Completes the description that is found in the resources. Operations are found by their id, which the generator makes
 * from package, class and method; afterwards it is made short, and is what clients are generated from.
 */
public class ApiDescription implements OASFilter {

    private final Map<Operation, Method> endpoints = new IdentityHashMap<>();

    @Override
    public Operation filterOperation(Operation operation) {
        Endpoints.find(operation.getOperationId()).ifPresent(method -> {
            operation.setOperationId(Endpoints.name(method));
            endpoints.put(operation, method);
        });
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Types types = new Types(endpoints.values());
        Schemas schemas = new Schemas(api.getComponents(), types);
        schemas.complete();
        Examples examples = new Examples(api.getComponents());
        Parameters parameters = new Parameters(api.getComponents());
        Answers answers = new Answers(examples);
        endpoints.forEach((operation, method) -> {
            Permissions.describe(operation, method);
            parameters.complete(operation, method);
            answers.complete(operation, method);
        });
    }
}

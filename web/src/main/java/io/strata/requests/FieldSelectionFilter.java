package io.strata.requests;

import io.strata.common.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Reads which fields a request wants, and refuses those that do not exist before anything is looked up. */
@Provider
public class FieldSelectionFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> wanted = request.getUriInfo().getQueryParameters().get(FieldSelection.PARAMETER);
        if (wanted == null || resource.getResourceMethod() == null || !Answers.isReading(request)) {
            return;
        }
        if (wanted.size() > 1) {
            throw ProblemException.validation(FieldSelection.PARAMETER, "is given twice");
        }
        FieldSelection selection = FieldSelection.of(wanted.get(0));
        selection.check(resource.getResourceMethod().getGenericReturnType());
        request.setProperty(Answers.SELECTION, selection);
    }
}

package io.strata.requests;

import io.strata.common.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses what {@link OwnTransactions} cannot keep. */
@Provider
public class OwnTransactionsFilter implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod() == null) {
            return;
        }
        OwnTransactions reason = resource.getResourceMethod().getAnnotation(OwnTransactions.class);
        if (reason == null) {
            reason = resource.getResourceClass().getAnnotation(OwnTransactions.class);
        }
        if (reason == null) {
            return;
        }
        for (String header : new String[] {IdempotencyKey.HEADER, HttpHeaders.IF_MATCH}) {
            if (request.getHeaderString(header) != null) {
                throw ProblemException.validation(header, "cannot be kept here, because " + reason.value());
            }
        }
    }
}

package io.strata.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Times every request to the API, by method, path and status. The path is the template of the resource, so that
 * identifiers do not make endless series.
 */
@Provider
public class RequestMetrics implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String STARTED = RequestMetrics.class.getName();

    private record Series(String method, String path, String status) {}

    /** The registry walks through all its meters to find one; we remember ours. */
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    @Inject
    MeterRegistry registry;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(STARTED) instanceof Long started) {
            Series series = new Series(request.getMethod(), template(), Integer.toString(response.getStatus()));
            timers.computeIfAbsent(series, this::timer).record(Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private Timer timer(Series series) {
        return registry.timer(
                "strata.requests", "method", series.method(), "path", series.path(), "status", series.status());
    }

    private String template() {
        if (resource.getResourceMethod() == null) {
            return "none";
        }
        return "/"
                + join(
                        part(resource.getResourceClass().getAnnotation(Path.class)),
                        part(resource.getResourceMethod().getAnnotation(Path.class)));
    }

    private static String part(Path path) {
        return path == null ? "" : path.value().replaceAll("^/+|/+$", "");
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "/" + second;
    }
}

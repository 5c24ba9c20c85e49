package io.strata.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;

/** Whether requests should be sent here, and once whether the start is over: every dependency is up. */
@org.eclipse.microprofile.health.Readiness
@Startup
@ApplicationScoped
public class Readiness implements HealthCheck {

    @Inject
    Health health;

    @Override
    public HealthCheckResponse call() {
        HealthReport report = health.report();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("dependencies").status(report.up());
        report.dependencies()
                .forEach(dependency -> response.withData(dependency.name(), dependency.up() ? "up" : "down"));
        return response.build();
    }
}

package io.strata.operations;

import io.strata.access.Open;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /health}: 200 when every dependency is up, otherwise 503; both with the status and the latency of each.
 * Everybody may ask; why something is down is told on the overview, to administrators.
 */
@Open("tells nothing but whether the installation works")
@WebServlet("/health")
public class HealthEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Health health;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HealthReport report = health.report();
        response.setStatus(report.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(body(report).toString());
    }

    static JsonObject body(HealthReport report) {
        JsonArrayBuilder dependencies = Json.createArrayBuilder();
        for (DependencyHealth dependency : report.dependencies()) {
            dependencies.add(Json.createObjectBuilder()
                    .add("name", dependency.name())
                    .add("status", status(dependency.up()))
                    .add("latency_ms", dependency.latencyMs()));
        }
        return Json.createObjectBuilder()
                .add("status", status(report.up()))
                .add("checked_at", report.checkedAt().toString())
                .add("dependencies", dependencies)
                .build();
    }

    private static String status(boolean up) {
        return up ? "up" : "down";
    }
}

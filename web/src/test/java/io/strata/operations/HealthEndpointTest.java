package io.strata.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {

    private final HealthReport report = new HealthReport(
            Instant.EPOCH,
            List.of(
                    new DependencyHealth("database", true, 2, null),
                    new DependencyHealth("graph", false, 17, "no route to 10.0.0.7")));

    @Test
    void tellsEverybodyWhatIsDown() {
        JsonObject body = HealthEndpoint.body(report);

        assertThat(body.getString("status")).isEqualTo("down");
        JsonObject graph = body.getJsonArray("dependencies").getJsonObject(1);
        assertThat(graph.getString("name")).isEqualTo("graph");
        assertThat(graph.getString("status")).isEqualTo("down");
        assertThat(graph.getInt("latency_ms")).isEqualTo(17);
    }

    @Test
    void tellsNobodyWhy() {
        assertThat(HealthEndpoint.body(report).toString()).doesNotContain("10.0.0.7");
    }
}

package io.strata.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class HealthIT {

    private final World world;

    HealthIT(World world) {
        this.world = world;
    }

    @AfterEach
    void everythingIsBack() {
        world.strata().objects().start();
        world.awaitHealthy();
    }

    @Test
    void saysThatEachDependencyIsUp() {
        world.awaitHealthy();

        Answer health = world.anonymous().get("//health").mustBe(200);

        assertThat(health.text("status")).isEqualTo("up");
        assertThat(statuses(health)).containsKeys("database", "graph", "object_storage", "messaging");
        assertThat(statuses(health).values()).containsOnly("up");
    }

    @Test
    void namesTheDependencyThatIsDown() {
        world.strata().objects().kill();

        Answer health =
                await("bad news").until(() -> world.anonymous().get("//health"), answer -> answer.status() == 503);

        assertThat(health.text("status")).isEqualTo("down");
        assertThat(statuses(health)).containsEntry("object_storage", "down").containsEntry("database", "up");
    }

    @Test
    void answersProbesAndMetricsOnTheManagementPort() {
        Api management =
                new Api(URI.create("http://127.0.0.1:" + world.strata().server().managementPort()), null);

        for (String probe : new String[] {"//health/live", "//health/ready", "//health/started"}) {
            assertThat(management.get(probe).mustBe(200).text("status"))
                    .as(probe)
                    .isEqualTo("UP");
        }
        assertThat(management.get("//prometheus").mustBe(200).text()).contains("# HELP", "# TYPE");
    }

    @Test
    void describesEveryEndpoint() {
        Answer description = world.anonymous().get("//openapi?format=JSON").mustBe(200);

        assertThat(description.json().getString("openapi")).startsWith("3.");
        assertThat(description.json().getJsonObject("paths").keySet())
                .contains(
                        "/api/v1/auth/login",
                        "/api/v1/auth/logout",
                        "/api/v1/auth/me",
                        "/api/v1/workspaces",
                        "/api/v1/workspaces/{workspace}",
                        "/api/v1/workspaces/{workspace}/projects",
                        "/api/v1/workspaces/{workspace}/topics",
                        "/api/v1/workspaces/{workspace}/documents",
                        "/api/v1/projects/{project}",
                        "/api/v1/projects/{project}/nodes",
                        "/api/v1/projects/{project}/webhooks",
                        "/api/v1/nodes/{node}",
                        "/api/v1/nodes/{node}/children",
                        "/api/v1/documents/{document}",
                        "/api/v1/documents/{document}/content",
                        "/api/v1/documents/{document}/text",
                        "/api/v1/documents/{document}/retry",
                        "/api/v1/documents/{document}/topics",
                        "/api/v1/topics/{topic}",
                        "/api/v1/webhooks/{webhook}",
                        "/api/v1/webhooks/{webhook}/deliveries",
                        "/api/v1/reconciliation/findings",
                        "/api/v1/jobs/executions",
                        "/api/v1/jobs/{name}/executions",
                        "/api/v1/audit");
    }

    private static Map<String, String> statuses(Answer health) {
        return health.json().getJsonArray("dependencies").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(
                        dependency -> dependency.getString("name"), dependency -> dependency.getString("status")));
    }
}

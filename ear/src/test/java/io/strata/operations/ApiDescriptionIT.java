package io.strata.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ApiDescriptionIT {

    private static final Set<String> OPEN = Set.of(
            "get /health",
            "get /api/v1/s/{secret}",
            "post /api/v1/auth/login",
            "post /api/v1/auth/refresh",
            "get /api/v1/auth/options",
            "post /api/v1/auth/sign-up",
            "post /api/v1/auth/password-reset",
            "post /api/v1/auth/password-reset/confirm");

    private final World world;

    ApiDescriptionIT(World world) {
        this.world = world;
    }

    @Test
    void namesThePermissionOfEveryEndpoint() {
        Map<String, JsonObject> operations = operations();

        assertThat(operations).hasSizeGreaterThan(30).containsKey("post /api/v1/workspaces/{workspace}/documents");
        operations.forEach((endpoint, operation) -> assertThat(operation.getString("x-permission", null))
                .as(endpoint)
                .satisfies(permission -> assertThat("open".equals(permission)).isEqualTo(OPEN.contains(endpoint)))
                .matches("[a-z_]+"));
    }

    @Test
    void givesEveryOperationASummaryAndAnIdOfItsOwn() {
        Map<String, JsonObject> operations = operations();

        assertThat(operations.values())
                .allSatisfy(operation -> assertThat(operation.getString("summary", ""))
                        .as(operation.getString("operationId"))
                        .isNotBlank());
        assertThat(operations.values().stream().map(operation -> operation.getString("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void letsABrowserRunNothingThatIsNotOurs() {
        for (String page : new String[] {"//api-docs/", "//login.xhtml", "//nowhere"}) {
            var answer = world.anonymous().get(page);

            String policy = answer.header("Content-Security-Policy");
            String scripts = policy.substring(policy.indexOf("script-src"));
            assertThat(scripts).as(page).contains("'self'").doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        }
    }

    private Map<String, JsonObject> operations() {
        JsonObject paths = world.anonymous()
                .get("//openapi?format=JSON")
                .mustBe(200)
                .json()
                .getJsonObject("paths");
        Map<String, JsonObject> operations = new HashMap<>();
        paths.forEach((path, methods) -> methods.asJsonObject().forEach((method, operation) -> {
            if (operation.getValueType() == JsonValue.ValueType.OBJECT) {
                operations.put(method + " " + path, operation.asJsonObject());
            }
        }));
        return operations;
    }
}

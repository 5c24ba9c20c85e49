package io.strata.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ComposeFileTest {

    /** Hands new volumes to the other services' users, then ends. */
    private static final String ONE_SHOT = "volumes";

    private static final Set<String> PARTS =
            Set.of("strata", "postgresql", "neo4j", "objects", "keycloak", "ollama", "caddy");

    private final String text = Checkout.read("docker-compose.yml");
    private final JsonNode compose = new YAMLMapper().readTree(text);

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(
                    SchemaLocation.of("https://example.org/compose_spec.json"),
                    getClass().getResourceAsStream("/compose/compose-spec.json"),
                    InputFormat.JSON);

    @Test
    void followsTheComposeSpecification() {
        assertThat(schema.validate(text, InputFormat.YAML)).isEmpty();
    }

    @Test
    void wouldBeRefusedWithAMisspelledKey() {
        assertThat(schema.validate(text.replace("mem_limit:", "memory_limit:"), InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void describesTheWholeTopology() {
        assertThat(services().keySet()).containsAll(PARTS);
    }

    @Test
    void namesTheExactVersionOfEachImage() {
        assertThat(services().values())
                .allSatisfy(service -> assertThat(service.path("image").asString())
                        .matches("[a-z0-9./-]+:[A-Za-z.-]*[0-9]+\\..*|.*RELEASE.*"));
    }

    @Test
    void checksTheHealthOfEveryServiceThatKeepsRunning() {
        assertThat(running()).allSatisfy((name, service) -> {
            assertThat(service.path("healthcheck").path("test").isArray()).isTrue();
            assertThat(service.path("restart").asString()).isEqualTo("unless-stopped");
        });
    }

    @Test
    void runsEveryServiceThatKeepsRunningAsAnOrdinaryUserWithoutCapabilities() {
        assertThat(running()).allSatisfy((name, service) -> {
            assertThat(service.path("user").asString()).matches("[1-9][0-9]*:[0-9]+");
            assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        });
    }

    @Test
    void boundsTheMemoryOfEveryService() {
        assertThat(services())
                .allSatisfy((name, service) ->
                        assertThat(service.path("mem_limit").asString()).isNotEmpty());
    }

    @Test
    void opensNoPortsButTheFrontDoors() {
        assertThat(services())
                .allSatisfy((name, service) -> assertThat(service.has("ports")).isEqualTo(name.equals("caddy")));
    }

    @Test
    void waitsForTheHealthOfWhatAServiceNeeds() {
        assertThat(services())
                .allSatisfy((name, service) -> service.path("depends_on")
                        .properties()
                        .forEach(needed -> assertThat(
                                        needed.getValue().path("condition").asString())
                                .isEqualTo(
                                        needed.getKey().equals(ONE_SHOT)
                                                ? "service_completed_successfully"
                                                : "service_healthy")));
    }

    @Test
    void containsNoSecretButOnlyFilesThatTheScriptMakes() {
        Set<String> secrets = new TreeSet<>();
        compose.path("secrets").properties().forEach(secret -> {
            assertThat(secret.getValue().path("file").asString()).isEqualTo(".secrets/" + secret.getKey());
            secrets.add(secret.getKey());
        });
        String script = Checkout.read("wildfly-config/image/make-secrets.sh");

        assertThat(secrets).allSatisfy(secret -> assertThat(script).containsPattern("\\b" + secret + "\\b"));
        assertThat(services())
                .allSatisfy((name, service) -> service.path("environment")
                        .properties()
                        .forEach(variable -> {
                            if (variable.getKey().matches(".*(PASSWORD|SECRET|KEY|AUTH).*")) {
                                assertThat(variable.getKey()).endsWith("_FILE");
                            }
                        }));
    }

    @Test
    void handsEachServiceTheSecretsThatItReads() {
        Set<String> declared = new TreeSet<>();
        compose.path("secrets").propertyNames().forEach(declared::add);

        assertThat(services()).allSatisfy((name, service) -> {
            Set<String> given = new TreeSet<>();
            service.path("secrets").forEach(secret -> given.add(secret.asString()));
            assertThat(declared).containsAll(given);
            service.path("environment").properties().forEach(variable -> {
                if (variable.getValue().asString().startsWith("/run/secrets/")) {
                    assertThat(given).contains(variable.getValue().asString().substring("/run/secrets/".length()));
                }
            });
        });
    }

    @Test
    void mountsOnlyFilesThatExist() {
        assertThat(services()).allSatisfy((name, service) -> {
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asString().split(":")[0];
                if (source.startsWith("./")) {
                    assertThat(Checkout.ROOT.resolve(source)).exists();
                } else {
                    assertThat(compose.path("volumes").has(source)).isTrue();
                }
            }
        });
    }

    @Test
    void usesOnlySettingsThatAreDocumented() {
        Set<String> documented = Checkout.settings(Checkout.read("docs/operations.md"));

        assertThat(documented)
                .containsAll(Checkout.settings(text))
                .containsAll(Checkout.settings(Checkout.read(".env.example")));
    }

    private Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        compose.path("services").properties().forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    private Map<String, JsonNode> running() {
        Map<String, JsonNode> running = services();
        assertThat(running.remove(ONE_SHOT).path("restart").asString()).isEqualTo("no");
        return running;
    }
}

package io.strata.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The workspace is built with a copy of those parts of the API's description that it uses. When this fails, the API has
 * changed there: the whole description is then in {@code ear/target/openapi.json}, and
 * {@code node build/renew-contract.mjs} in {@code web/src/main/frontend} takes the copy from it.
 */
@AgainstStrata
class WorkspaceContractIT {

    private static final Path CHECKOUT = Path.of(System.getProperty("strata.checkout"));

    private static final Set<String> WORDS =
            Set.of("summary", "description", "example", "examples", "tags", "operationId", "x-permission");

    /** What holds parts by names that somebody has chosen. */
    private static final Set<String> NAMED =
            Set.of("properties", "paths", "schemas", "parameters", "responses", "headers");

    private final World world;

    WorkspaceContractIT(World world) {
        this.world = world;
    }

    @Test
    void isWhatTheServerSaysItself() throws IOException {
        JsonObject copy = read(CHECKOUT.resolve("web/src/main/frontend/openapi.json"));
        JsonObject answer =
                world.anonymous().get("//openapi?format=JSON").mustBe(200).json();
        Files.writeString(CHECKOUT.resolve("ear/target/openapi.json"), answer.toString());
        JsonObject whole = withoutWords(answer, false).asJsonObject();

        assertThat(copy.getJsonObject("paths"))
                .isNotEmpty()
                .allSatisfy((path, operations) -> assertThat(
                                whole.getJsonObject("paths").get(path))
                        .as(path)
                        .isEqualTo(operations));
        assertThat(copy.getJsonObject("components"))
                .allSatisfy((kind, components) -> assertThat(
                                whole.getJsonObject("components").getJsonObject(kind))
                        .as(kind)
                        .containsAllEntriesOf(components.asJsonObject()));
    }

    /** A part of the description without what is written for readers only. */
    private static JsonValue withoutWords(JsonValue value, boolean names) {
        if (value instanceof JsonArray items) {
            JsonArrayBuilder rest = Json.createArrayBuilder();
            items.forEach(item -> rest.add(withoutWords(item, false)));
            return rest.build();
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder rest = Json.createObjectBuilder();
            object.forEach((name, part) -> {
                if (names || !WORDS.contains(name)) {
                    rest.add(name, withoutWords(part, !names && NAMED.contains(name)));
                }
            });
            return rest.build();
        }
        return value;
    }

    private static JsonObject read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return Json.createReader(reader).readObject();
        }
    }
}

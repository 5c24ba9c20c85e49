package io.strata.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The workspace is built with a copy of those parts of the API's description that it uses. When this fails, the API has
 * changed there: the whole description is then in {@code ear/target/openapi.json}, and
 * {@code node build/renew-contract.mjs} in {@code web/src/main/frontend} takes the copy from it.
 */
@AgainstStrata
class WorkspaceContractIT {

    private static final Path CHECKOUT = Path.of(System.getProperty("strata.checkout"));

    private final World world;

    WorkspaceContractIT(World world) {
        this.world = world;
    }

    @Test
    void isWhatTheServerSaysItself() throws IOException {
        JsonObject copy = read(CHECKOUT.resolve("web/src/main/frontend/openapi.json"));
        JsonObject whole =
                world.anonymous().get("//openapi?format=JSON").mustBe(200).json();
        Files.writeString(CHECKOUT.resolve("ear/target/openapi.json"), whole.toString());

        assertThat(copy.getJsonObject("paths")).isNotEmpty().allSatisfy((path, operations) -> assertThat(
                        whole.getJsonObject("paths").get(path))
                .as(path)
                .isEqualTo(operations));
        assertThat(copy.getJsonObject("components")).allSatisfy((kind, components) -> assertThat(
                        whole.getJsonObject("components").getJsonObject(kind))
                .as(kind)
                .containsAllEntriesOf(components.asJsonObject()));
    }

    private static JsonObject read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return Json.createReader(reader).readObject();
        }
    }
}

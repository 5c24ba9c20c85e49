package io.strata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.graph.NodeKind;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {

    /** What a tool could take. */
    public record Wish(
            @About(value = "What to look for", required = true)
            String title,

            @About("When") LocalDate dueDate,
            @About("Of what kind") NodeKind kind,
            @About("How many") Integer limit) {}

    /** What a tool could answer. */
    public record Found(UUID id, long childCount, List<Part> parts) {}

    /** A part of it. */
    public record Part(String name, boolean leaf) {}

    @Test
    void saysWhatMustBeGivenAndTakesNothingElse() {
        JsonObject schema = RecordSchema.ofInput(Wish.class);

        assertThat(schema.getJsonArray("required").toString()).isEqualTo("[\"title\"]");
        assertThat(schema.getBoolean("additionalProperties")).isFalse();
        assertThat(schema.getJsonObject("properties")).containsOnlyKeys("title", "due_date", "kind", "limit");
        assertThat(schema.getJsonObject("properties").getJsonObject("due_date").toString())
                .isEqualTo("{\"type\":\"string\",\"format\":\"date\",\"description\":\"When\"}");
        assertThat(schema.getJsonObject("properties")
                        .getJsonObject("kind")
                        .getJsonArray("enum")
                        .toString())
                .isEqualTo("[\"component\",\"issue\"]");
    }

    @Test
    void saysWhatIsNeverAbsent() {
        JsonObject schema = RecordSchema.ofOutput(Found.class);

        assertThat(schema.getJsonArray("required").toString()).isEqualTo("[\"child_count\"]");
        JsonObject part =
                schema.getJsonObject("properties").getJsonObject("parts").getJsonObject("items");
        assertThat(part.getJsonArray("required").toString()).isEqualTo("[\"leaf\"]");
        assertThat(schema.containsKey("additionalProperties")).isFalse();
    }
}

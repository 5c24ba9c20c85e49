package io.strata.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import io.strata.graph.NodeKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToolTest {

    private static final UUID ID = UUID.fromString("01a1f980-0000-7000-8000-000000000001");

    /** What the tool takes. */
    public record Wish(
            @About(value = "Which", required = true) UUID id,
            @About("Of what kind") NodeKind kind,
            @About("When") LocalDate dueDate,
            @About("How many") Integer limit,
            @About("Words") List<String> labels) {}

    /** What it answers. */
    public record Heard(String wish) {}

    private final Tool<Wish, Heard> tool = new Tool<>(
            "hear", "Hear", "Hears", Hints.READS, Wish.class, Heard.class, wish -> new Heard(wish.toString()));

    @Test
    void readsWhatItIsGiven() {
        assertThat(call("{\"id\":\"" + ID
                        + "\",\"kind\":\"issue\",\"due_date\":\"2027-01-31\",\"limit\":3,\"labels\":[\"a\"]}"))
                .contains(ID.toString(), "kind=ISSUE", "dueDate=2027-01-31", "limit=3", "labels=[a]");
        assertThat(call("{\"id\":\"" + ID + "\",\"kind\":null}")).contains("kind=null", "limit=null");
    }

    @Test
    void callsWhatNeedsNothing() {
        Tool<ReadingTools.Nothing, Heard> needsNothing = new Tool<>(
                "hear",
                "Hear",
                "Hears",
                Hints.READS,
                ReadingTools.Nothing.class,
                Heard.class,
                nothing -> new Heard("ok"));

        assertThat(needsNothing.call(JsonObject.EMPTY_JSON_OBJECT)).isEqualTo("{\"wish\":\"ok\"}");
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        refuses("{}", "id: is required");
        refuses("{\"id\":null}", "id: is required");
        refuses("{\"id\":\"" + ID + "\",\"colour\":\"red\"}", "colour: is no argument of hear");
        refuses("{\"id\":\"" + ID + "\",\"kind\":\"house\"}", "must be one of component, issue");
        refuses("{\"id\":\"" + ID + "\",\"limit\":\"many\"}", "cannot be read as the schema of hear says");
        refuses("{\"id\":\"somebody\"}", "cannot be read as the schema of hear says");
        refuses("{\"id\":\"" + ID + "\",\"due_date\":\"soon\"}", "cannot be read as the schema of hear says");
    }

    private void refuses(String arguments, String why) {
        assertThatThrownBy(() -> call(arguments))
                .as(arguments)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    private String call(String arguments) {
        try (JsonReader reader = Json.createReader(new StringReader(arguments))) {
            return tool.call(reader.readObject());
        }
    }
}

package io.strata.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.Page;
import java.lang.reflect.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldSelectionTest {

    private record Part(String shortId, int size) {}

    private record Thing(String title, Part mainPart, List<Part> parts) {}

    @SuppressWarnings("unused")
    private Page<Thing> list() {
        return null;
    }

    @Test
    void leavesOnlyWhatWasNamed() {
        FieldSelection selection = FieldSelection.of("title,parts.short_id,main_part");

        assertThat(selection.apply("""
                        {"title":"T","main_part":{"short_id":"A","size":1},"parts":[{"short_id":"B","size":2}],"x":1}""", false)).isEqualTo("""
                        {"title":"T","parts":[{"short_id":"B"}],"main_part":{"short_id":"A","size":1}}""");
    }

    @Test
    void leavesThePageAroundTheElements() {
        assertThat(FieldSelection.of("title")
                        .apply("{\"items\":[{\"title\":\"T\",\"x\":1},{\"x\":2}],\"next_cursor\":\"c\"}", true))
                .isEqualTo("{\"items\":[{\"title\":\"T\"},{}],\"next_cursor\":\"c\"}");
    }

    @Test
    void knowsWhatThereIs() throws NoSuchMethodException {
        Type page = FieldSelectionTest.class.getDeclaredMethod("list").getGenericReturnType();

        FieldSelection.of("title,main_part.short_id,parts.size").check(Thing.class);
        FieldSelection.of("parts").check(page);
        assertThatThrownBy(() -> FieldSelection.of("items").check(page))
                .hasMessageContaining("there is no items; there are title, main_part, parts");
        assertThatThrownBy(() -> FieldSelection.of("parts.colour").check(Thing.class))
                .hasMessageContaining("there is no parts.colour; there are short_id, size");
        assertThatThrownBy(() -> FieldSelection.of("title.x").check(Thing.class))
                .hasMessageContaining("title.x");
        assertThatThrownBy(() -> FieldSelection.of("id").check(String.class)).hasMessageContaining("cannot be chosen");
    }

    @Test
    void tellsWhetherASinglePartIsEnough() {
        assertThat(FieldSelection.isWithin("node", "node")).isTrue();
        assertThat(FieldSelection.isWithin("node.id,node.title", "node")).isTrue();
        assertThat(FieldSelection.isWithin("node,path", "node")).isFalse();
        assertThat(FieldSelection.isWithin(null, "node")).isFalse();
    }
}

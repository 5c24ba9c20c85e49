package io.strata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToolboxTest {

    private final List<Tool<?, ?>> reading = new ReadingTools().tools();
    private final List<Tool<?, ?>> all = Stream.of(reading, new WritingTools().tools(), new WorkTools().tools())
            .flatMap(List::stream)
            .toList();

    @Test
    void describesEveryTool() {
        Toolbox toolbox = new Toolbox(all);

        assertThat(toolbox.definitions().getValuesAs(JsonObject.class))
                .hasSameSizeAs(all)
                .allSatisfy(tool -> {
                    assertThat(tool.getString("name")).matches("[a-z_]{1,64}");
                    assertThat(tool.getString("title")).isNotBlank();
                    assertThat(tool.getJsonObject("outputSchema").getJsonObject("properties"))
                            .isNotEmpty();
                });
        assertThat(all).extracting(Tool::name).doesNotHaveDuplicates();
    }

    @Test
    void readsWithNothingButReadingTools() {
        assertThat(reading)
                .allSatisfy(tool -> assertThat(tool.hints().readOnly()).isTrue());
        assertThat(all)
                .filteredOn(tool -> !reading.contains(tool))
                .allSatisfy(tool -> assertThat(tool.hints().readOnly()).isFalse());
        assertThat(new Toolbox(reading).find("create_node")).isEmpty();
    }
}

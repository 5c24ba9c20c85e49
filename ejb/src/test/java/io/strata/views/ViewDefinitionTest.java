package io.strata.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.graph.NodeKind;
import io.strata.graph.NodeSort;
import org.junit.jupiter.api.Test;

class ViewDefinitionTest {

    @Test
    void comesBackAsItWasKept() {
        ViewDefinition definition = read("""
                {"filter": {"kinds": ["issue"], "due_until": "2026-12-24", "assignees": ["me"]}, "sort": "due",
                 "descending": true, "group_by": "status", "layout": "board", "columns": ["title"]}
                """);

        ViewDefinition again = read(Json.write(definition));

        assertThat(again).isEqualTo(definition);
        assertThat(again.filter().kinds()).containsExactly(NodeKind.ISSUE);
        assertThat(again.sort()).isEqualTo(NodeSort.DUE);
        again.check();
    }

    @Test
    void isAListInTheOrderOfMakingWhenNothingElseIsSaid() {
        ViewDefinition definition = read("{\"filter\": {}}");

        assertThat(definition.sort()).isEqualTo(NodeSort.CREATED);
        assertThat(definition.layout()).isEqualTo(ViewLayout.LIST);
        definition.check();
    }

    @Test
    void refusesWhatNobodyCanShow() {
        for (String wrong : new String[] {
            "{}",
            "{\"filter\": {}, \"columns\": [\"weight\"]}",
            "{\"filter\": {}, \"columns\": [\"title\", \"title\"]}",
            "{\"filter\": {\"assignees\": [\"somebody\"]}}",
            "{\"filter\": {\"statuses\": [null]}}"
        }) {
            assertThatThrownBy(() -> read(wrong).check()).as(wrong).isInstanceOf(ProblemException.class);
        }
    }

    private static ViewDefinition read(String json) {
        return Json.read(json, ViewDefinition.class);
    }
}

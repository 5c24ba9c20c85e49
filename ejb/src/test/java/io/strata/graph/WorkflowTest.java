package io.strata.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.Json;
import io.strata.common.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowTest {

    private static final WorkflowStatus OPEN = new WorkflowStatus("open", StatusCategory.TODO);
    private static final WorkflowStatus BUSY = new WorkflowStatus("busy", StatusCategory.DOING);
    private static final WorkflowStatus DONE = new WorkflowStatus("done", StatusCategory.DONE);

    @Test
    void leadsEverywhereWithoutTransitions() {
        Workflow workflow = new Workflow(List.of(OPEN, BUSY, DONE), null);

        assertThat(workflow.next("open")).containsExactly("busy", "done");
        assertThat(workflow.allows("done", "open")).isTrue();
    }

    @Test
    void leadsOnlyWhereTransitionsLead() {
        Workflow workflow = new Workflow(List.of(OPEN, BUSY, DONE), Map.of("open", List.of("busy"), "done", List.of()));

        assertThat(workflow.allows("open", "done")).isFalse();
        assertThat(workflow.allows("open", "open")).isTrue();
        assertThat(workflow.allows("busy", "done")).isTrue();
        assertThat(workflow.next("done")).isEmpty();
        assertThatThrownBy(() -> NodeRules.checkTransition(workflow, "open", "done"))
                .hasMessageContaining("allowed are busy");
        assertThatThrownBy(() -> NodeRules.checkTransition(workflow, "done", "open"))
                .hasMessageContaining("final");
    }

    @Test
    void comesBackFromJsonAsItWas() {
        Workflow workflow = new Workflow(List.of(OPEN, DONE), Map.of("open", List.of("done")));

        assertThat(Json.<Workflow>read(Json.write(workflow), Workflow.class)).isEqualTo(workflow);
        assertThat(Json.<Workflow>read(Json.write(Workflow.DEFAULT), Workflow.class))
                .isEqualTo(Workflow.DEFAULT);
    }

    @Test
    void isRefusedWhenItIsOfNoUse() {
        for (List<WorkflowStatus> statuses : List.of(
                List.<WorkflowStatus>of(),
                List.of(DONE, OPEN),
                List.of(OPEN, BUSY),
                List.of(OPEN, OPEN, DONE),
                List.of(OPEN, new WorkflowStatus("Not a name", StatusCategory.DONE)),
                List.of(OPEN, new WorkflowStatus("done", null)),
                Arrays.asList(OPEN, null, DONE))) {
            assertThatThrownBy(() -> WorkflowRules.check(new WorkflowChange(statuses, null, null)))
                    .as(statuses.toString())
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void isRefusedWhenItLeadsNowhereKnown() {
        List<WorkflowStatus> statuses = List.of(OPEN, DONE);

        assertThatCode(() -> WorkflowRules.check(
                        new WorkflowChange(statuses, Map.of("open", List.of("done")), Map.of("old", "open"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        WorkflowRules.check(new WorkflowChange(statuses, Map.of("open", List.of("nirvana")), null)))
                .hasMessageContaining("transitions");
        assertThatThrownBy(
                        () -> WorkflowRules.check(new WorkflowChange(statuses, Map.of("old", List.of("done")), null)))
                .hasMessageContaining("transitions");
        assertThatThrownBy(() -> WorkflowRules.check(new WorkflowChange(statuses, null, Map.of("old", "nirvana"))))
                .hasMessageContaining("replacements");
    }
}

package io.strata.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkflowDraftTest {

    private static final Workflow WORKFLOW = new Workflow(
            List.of(
                    new WorkflowStatus("todo", StatusCategory.TODO),
                    new WorkflowStatus("doing", StatusCategory.DOING),
                    new WorkflowStatus("done", StatusCategory.DONE)),
            Map.of("done", List.of("todo")));

    private final WorkflowDraft draft = new WorkflowDraft(WORKFLOW);

    @Test
    void changesNothingByItself() {
        WorkflowChange change = draft.change();

        assertThat(change.statuses()).isEqualTo(WORKFLOW.statuses());
        assertThat(change.transitions()).isEqualTo(WORKFLOW.transitions());
        assertThat(change.replacements()).isEmpty();
    }

    @Test
    void takesIssuesAndTransitionsAlongToANewName() {
        draft.getRows().get(0).setName("next");

        WorkflowChange change = draft.change();

        assertThat(change.replacements()).containsExactly(Map.entry("todo", "next"));
        assertThat(change.transitions()).containsExactly(Map.entry("done", List.of("next")));
    }

    @Test
    void saysWhatBecomesOfIssuesWhoseStatusGoes() {
        draft.remove(draft.getRows().get(0));
        draft.getGone().get(0).setReplacement("doing");

        WorkflowChange change = draft.change();

        assertThat(change.replacements()).containsExactly(Map.entry("todo", "doing"));
        assertThat(change.transitions()).containsExactly(Map.entry("done", List.of()));
    }

    @Test
    void movesAStatusUp() {
        draft.add();
        draft.getRows().get(3).setName("started");
        draft.raise(draft.getRows().get(3));
        draft.raise(draft.getRows().get(0));

        assertThat(draft.getNames()).containsExactly("todo", "doing", "started", "done");
    }
}

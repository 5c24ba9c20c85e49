package io.strata.graph.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import io.strata.graph.NodeKind;
import io.strata.graph.NodeReference;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubtreeCursorTest {

    private static final UUID ROOT = new UUID(0, 1);
    private static final UUID CHILD = new UUID(0, 2);
    private static final UUID GRANDCHILD = new UUID(0, 3);
    private static final UUID GREAT_GRANDCHILD = new UUID(0, 4);

    @Test
    void namesTheWayToTheLastRow() {
        String cursor = SubtreeCursor.after(
                null, List.of(row(CHILD, 1, ROOT), row(GRANDCHILD, 2, CHILD), row(GREAT_GRANDCHILD, 3, GRANDCHILD)));

        assertThat(SubtreeCursor.read(cursor, 10).way()).containsExactly(CHILD, GRANDCHILD, GREAT_GRANDCHILD);
    }

    @Test
    void knowsTheBeginningOfTheWayFromTheCursorBefore() {
        SubtreeCursor before = new SubtreeCursor(List.of(CHILD, GRANDCHILD));

        String cursor = SubtreeCursor.after(before, List.of(row(GREAT_GRANDCHILD, 2, CHILD)));

        assertThat(SubtreeCursor.read(cursor, 10).way()).containsExactly(CHILD, GREAT_GRANDCHILD);
    }

    @Test
    void goesOnBelowThenBehindThenAbove() {
        SubtreeCursor cursor = new SubtreeCursor(List.of(CHILD, GRANDCHILD));

        assertThat(cursor.starts(ROOT, 10))
                .containsExactly(
                        new SubtreeWalk.Start(GRANDCHILD, "", 3),
                        new SubtreeWalk.Start(CHILD, GRANDCHILD.toString(), 2),
                        new SubtreeWalk.Start(ROOT, CHILD.toString(), 1));
        assertThat(cursor.starts(ROOT, 2)).hasSize(2);
    }

    @Test
    void refusesWhatItHasNotWritten() {
        for (String text : List.of("", "x", CHILD + "." + GRANDCHILD + "." + GREAT_GRANDCHILD, CHILD + ".")) {
            assertThatThrownBy(() -> SubtreeCursor.read(text, 2)).isInstanceOf(ProblemException.class);
        }
    }

    private static SubtreeRow row(UUID id, int depth, UUID parent) {
        return new SubtreeRow(new NodeReference(id, NodeKind.ISSUE, "X-1", "Title", "todo"), depth, parent, true);
    }
}

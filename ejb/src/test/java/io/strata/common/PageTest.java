package io.strata.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void continuesAfterTheLastElementThatItShows() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, element -> "after-" + element);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextCursor()).isEqualTo("after-b");
    }

    @Test
    void endsWhenThereIsNoMore() {
        Page<String> page = Page.of(List.of("a", "b"), 2, element -> "after-" + element);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void refusesALimitThatWouldPullEverything() {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> Page.limit(201));

        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_ERROR);
    }
}

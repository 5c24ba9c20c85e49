package io.strata.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Caller ADA = new Caller(UUID.randomUUID(), "ada", "Ada", false);
    private static final Caller ROOT = new Caller(UUID.randomUUID(), "root", "Root", true);

    private final List<Refusal> told = new ArrayList<>();

    @Test
    void tellsARefusalOnceAsTheCallThatTheCallerMade() {
        ProblemException problem = new ProblemException(ProblemType.FORBIDDEN, "No.");
        Refusals outer = Refusals.enter();
        Refusals inner = Refusals.enter();
        inner.note(problem, refusal("Service.inner", "A-1"));
        inner.leave(told::add);
        assertThat(told).isEmpty();
        outer.note(problem, refusal("Resource.outer"));
        outer.leave(told::add);

        assertThat(told).containsExactly(refusal("Resource.outer", "A-1"));
    }

    @Test
    void tellsEachOfSeveralThatACallHasCaught() {
        Refusals call = Refusals.enter();
        for (String item : List.of("A-1", "A-2")) {
            Refusals inner = Refusals.enter();
            inner.note(new ProblemException(ProblemType.FORBIDDEN, "No."), refusal("Service.inner", item));
            inner.leave(told::add);
        }
        call.leave(told::add);

        assertThat(told).containsExactly(refusal("Service.inner", "A-1"), refusal("Service.inner", "A-2"));
    }

    @Test
    void beginsAnewWithEveryCall() {
        Refusals first = Refusals.enter();
        first.note(new ProblemException(ProblemType.FORBIDDEN, "No."), refusal("Service.inner"));
        first.leave(told::add);
        Refusals.enter().leave(told::add);

        assertThat(told).hasSize(1);
    }

    @Test
    void knowsWhatIsARefusal() {
        ProblemException forbidden = new ProblemException(ProblemType.FORBIDDEN, "No.");
        ProblemException absent = ProblemException.notFound("node");

        assertThat(Refusal.isOne(forbidden, ADA, Action.NODE_READ)).isTrue();
        assertThat(Refusal.isOne(absent, ADA, Action.NODE_WRITE)).isTrue();
        assertThat(Refusal.isOne(absent, ADA, Action.NODE_READ)).isFalse();
        assertThat(Refusal.isOne(absent, ADA, Action.SIGNED_IN)).isFalse();
        assertThat(Refusal.isOne(absent, ROOT, Action.NODE_WRITE)).isFalse();
        assertThat(Refusal.isOne(ProblemException.conflict("No."), ADA, Action.NODE_WRITE))
                .isFalse();
    }

    private static Refusal refusal(String operation, String... references) {
        return new Refusal(ADA, Action.NODE_WRITE, operation, List.of(references), ProblemType.FORBIDDEN, "No.");
    }
}

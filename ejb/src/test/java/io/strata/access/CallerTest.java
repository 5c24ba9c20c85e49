package io.strata.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final PresentedToken FREE = token(true, null);

    @Test
    void managesAnAccountOnlyWhoHasSignedIn() {
        assertThat(person(null, false).canEver(Action.ACCOUNT_MANAGE)).isTrue();
        assertThat(person(FREE, false).canEver(Action.ACCOUNT_MANAGE)).isFalse();
    }

    @Test
    void makesAWorkspaceOnlyAsAPersonWithoutLimits() {
        assertThat(person(FREE, false).canEver(Action.WORKSPACE_CREATE)).isTrue();
        assertThat(person(token(false, null), false).canEver(Action.WORKSPACE_CREATE))
                .isFalse();
        assertThat(new Caller(UUID.randomUUID(), "robot", "Robot", false, true, FREE).canEver(Action.WORKSPACE_CREATE))
                .isFalse();
    }

    @Test
    void isHeldToTheActionsOfATokenEvenAsAnAdministrator() {
        Caller caller = person(token(true, Set.of(Action.NODE_READ)), true);

        assertThat(caller.canEver(Action.NODE_READ)).isTrue();
        assertThat(caller.canEver(Action.NODE_WRITE)).isFalse();
        assertThat(caller.canEver(Action.WORKSPACE_READ)).isTrue();
        assertThat(caller.canEver(Action.SIGNED_IN)).isTrue();
        assertThat(caller.limits()).isPresent();
        assertThat(person(FREE, true).limits()).isEmpty();
    }

    private static Caller person(PresentedToken token, boolean administrator) {
        return new Caller(UUID.randomUUID(), "ada", "Ada", administrator, false, token);
    }

    private static PresentedToken token(boolean everywhere, Set<Action> actions) {
        return new PresentedToken(UUID.randomUUID(), "test", everywhere, actions, null);
    }
}

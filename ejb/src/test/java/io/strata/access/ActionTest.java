package io.strata.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void noRoleInAWorkspaceAllowsWhatOnlyTheInstallationsAdministratorsMay(Role role) {
        assertThat(Action.SYSTEM_READ.allowedBy(role)).isFalse();
        assertThat(Action.SYSTEM_OPERATE.allowedBy(role)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyInAWorkspaceMayRead(Role role) {
        assertThat(Action.NODE_READ.allowedBy(role)).isTrue();
        assertThat(Action.COMMENT_READ.allowedBy(role)).isTrue();
        assertThat(Action.DOCUMENT_READ.allowedBy(role)).isTrue();
    }

    @Test
    void viewersChangeNothing() {
        assertThat(Action.values())
                .filteredOn(action -> action.allowedBy(Role.VIEWER))
                .allMatch(action -> action.name().endsWith("_READ"));
    }

    @Test
    void agentsWorkButDestroyNothing() {
        assertThat(Action.values())
                .filteredOn(
                        action -> action.allowedBy(Role.AGENT) && !action.name().endsWith("_READ"))
                .containsExactlyInAnyOrder(Action.NODE_WRITE, Action.COMMENT_WRITE);
    }
}

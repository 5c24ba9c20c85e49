package io.strata.access;

import static org.assertj.core.api.Assertions.assertThat;

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

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VIEWER", "AGENT"})
    void viewersChangeNothing(Role role) {
        assertThat(Action.NODE_WRITE.allowedBy(role)).isFalse();
        assertThat(Action.NODE_DELETE.allowedBy(role)).isFalse();
        assertThat(Action.COMMENT_WRITE.allowedBy(role)).isFalse();
        assertThat(Action.DOCUMENT_WRITE.allowedBy(role)).isFalse();
    }
}

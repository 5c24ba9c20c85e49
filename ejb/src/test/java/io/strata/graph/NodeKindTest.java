package io.strata.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeKindTest {

    @Test
    void callsComponentsAndIssuesByTheProjectsKey() {
        assertThat(NodeKind.COMPONENT.shortId("NL", 12)).isEqualTo("NL-C12");
        assertThat(NodeKind.ISSUE.shortId("NL", 42)).isEqualTo("NL-42");
    }

    @Test
    void hangsComponentsOnlyUnderComponents() {
        assertThat(NodeKind.COMPONENT.mayHangUnder(NodeKind.COMPONENT)).isTrue();
        assertThat(NodeKind.COMPONENT.mayHangUnder(NodeKind.ISSUE)).isFalse();
        assertThat(NodeKind.ISSUE.mayHangUnder(NodeKind.COMPONENT)).isTrue();
        assertThat(NodeKind.ISSUE.mayHangUnder(NodeKind.ISSUE)).isTrue();
    }
}

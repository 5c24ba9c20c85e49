package io.strata.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.access.Action;
import io.strata.common.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventAudienceTest {

    private static final UUID SUBJECT = UuidV7.next();
    private static final UUID NODE = UuidV7.next();

    @ParameterizedTest
    @CsvSource({
        "node.created, NODE_READ",
        "link.deleted, NODE_READ",
        "assignment.changed, NODE_READ",
        "cycle.changed, NODE_READ",
        "comment.created, COMMENT_READ",
        "document.status_changed, DOCUMENT_READ",
        "artifact.attached, DOCUMENT_READ",
        "project.created, WORKSPACE_READ",
        "member.added, WORKSPACE_READ",
        "policy_rule.created, POLICY_MANAGE",
        "webhook.disabled, WEBHOOK_MANAGE",
        "invented.yesterday, WORKSPACE_MANAGE",
        "nothing, WORKSPACE_MANAGE"
    })
    void asksForThePermissionOfTheFamily(String type, Action required) {
        assertThat(EventAudience.required(event(type, Map.of()))).isEqualTo(required);
        assertThat(EventAudience.PERMISSIONS).contains(required);
    }

    @Test
    void knowsWhatIsAboutANode() {
        assertThat(EventAudience.aboutNode(event("node.created", Map.of()))).isTrue();
        assertThat(EventAudience.aboutNode(event("document.status_changed", Map.of("node_id", NODE.toString()))))
                .isTrue();
        assertThat(EventAudience.aboutNode(event("document.status_changed", Map.of())))
                .isFalse();
        assertThat(EventAudience.aboutNode(event("project.created", Map.of()))).isFalse();
    }

    @Test
    void findsWhatIsMentionedAndWhomItConcerns() {
        UUID ada = UuidV7.next();
        UUID bob = UuidV7.next();
        DomainEvent event = event(
                "comment.created",
                Map.of("node_id", NODE.toString(), "mentions", List.of(ada.toString(), bob.toString()), "title", "x"));

        assertThat(event.mentioned()).containsExactlyInAnyOrder(SUBJECT, NODE, ada, bob);
        assertThat(event.recipients()).containsExactlyInAnyOrder(ada, bob);
        assertThat(event.about()).isEqualTo(NODE);
        assertThat(event("node.created", Map.of()).about()).isEqualTo(SUBJECT);
        assertThat(event("assignment.changed", Map.of("assignee_id", ada.toString()))
                        .recipients())
                .containsExactly(ada);
    }

    private static DomainEvent event(String type, Map<String, Object> data) {
        return new DomainEvent(
                UuidV7.next(), type, UuidV7.next(), UuidV7.next(), SUBJECT, UuidV7.next(), Instant.now(), data);
    }
}

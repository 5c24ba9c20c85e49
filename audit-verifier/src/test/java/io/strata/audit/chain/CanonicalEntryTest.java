package io.strata.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fixed vectors. They are a contract: a change that breaks one makes every chain that exists look broken. */
class CanonicalEntryTest {

    private static final UUID ACTOR = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID WORKSPACE = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    private static final UUID SUBJECT = UUID.fromString("019a0000-0000-7000-8000-000000000003");

    static final CanonicalEntry FULL = new CanonicalEntry(
            51,
            Instant.parse("2026-11-21T16:40:15.000120Z"),
            ACTOR,
            "jürgen \"jay\"",
            null,
            "node.changed",
            WORKSPACE,
            "node",
            SUBJECT,
            "{\"title\": \"First\"}",
            "{\"title\": \"Second\\nline\"}");

    static final CanonicalEntry BARE = new CanonicalEntry(
            -7,
            Instant.parse("2026-11-21T16:40:16Z"),
            new UUID(0, 0),
            "system",
            null,
            "job.started",
            null,
            "job",
            null,
            null,
            null);

    @Test
    void hasEveryMemberInTheOrderOfTheNames() {
        assertThat(FULL.text())
                .isEqualTo("{\"action\":\"node.changed\",\"actor_handle\":\"jürgen \\\"jay\\\"\","
                        + "\"actor_id\":\"019a0000-0000-7000-8000-000000000001\",\"after\":{\"title\": \"Second\\nline\"},"
                        + "\"before\":{\"title\": \"First\"},\"id\":51,\"occurred_at\":\"2026-11-21T16:40:15.000120Z\","
                        + "\"subject_id\":\"019a0000-0000-7000-8000-000000000003\",\"subject_kind\":\"node\","
                        + "\"workspace_id\":\"019a0000-0000-7000-8000-000000000002\"}");
    }

    @Test
    void namesTheTokenIfThereIsOne() {
        UUID token = UUID.fromString("019a0000-0000-7000-8000-000000000004");
        CanonicalEntry entry = new CanonicalEntry(
                1, Instant.EPOCH, ACTOR, "robot", token, "node.deleted", WORKSPACE, "node", null, null, null);

        assertThat(entry.text())
                .endsWith("\"subject_kind\":\"node\",\"token_id\":\"019a0000-0000-7000-8000-000000000004\","
                        + "\"workspace_id\":\"019a0000-0000-7000-8000-000000000002\"}");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(BARE.text())
                .isEqualTo("{\"action\":\"job.started\",\"actor_handle\":\"system\","
                        + "\"actor_id\":\"00000000-0000-0000-0000-000000000000\",\"id\":-7,"
                        + "\"occurred_at\":\"2026-11-21T16:40:16.000000Z\",\"subject_kind\":\"job\"}");
    }

    @Test
    void escapesWhatMustBeEscapedAndNothingElse() {
        assertThat(CanonicalEntry.quoted("\"\\/\b\f\n\r\t\u0001\u001f\u007fäß€😀"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007fäß€😀\"");
    }

    @Test
    void hasTheseHashes() {
        Link first = Link.after(Link.genesis(), FULL.text());
        Link second = Link.after(first, BARE.text());

        assertThat(first.hash()).isEqualTo(VECTOR_1);
        assertThat(second.position()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.hash()).isEqualTo(VECTOR_2);
        assertThat(second.holds()).isTrue();
    }

    static final String VECTOR_1 = "90f9af45706b5a39bbd157e3e17b75d34e2e1fb78795cd26fdda73098a6e8502";
    static final String VECTOR_2 = "2aa78d66ab0aa5d4701e5fffa3a0f9428d8ac40f1e3cd2a2570c2deebfe3906b";
}

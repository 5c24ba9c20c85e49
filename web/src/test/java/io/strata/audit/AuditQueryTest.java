package io.strata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditQueryTest {

    private static final String ID = "019a0000-0000-7000-8000-000000000001";

    private final AuditQuery query = new AuditQuery();

    @Test
    void leavesNothingOutAtFirst() {
        assertThat(query.filter().isEverything()).isTrue();
        assertThat(query.parameters()).isEmpty();
    }

    @Test
    void includesBothDays() {
        query.setFrom("2026-11-20");
        query.setTo("2026-11-21");

        assertThat(query.filter().from()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(query.filter().to()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    }

    @Test
    void takesWhatIsNoIdForAKind() {
        query.setSubject(" " + ID);
        assertThat(query.filter().subjectId()).hasToString(ID);
        assertThat(query.filter().subjectKind()).isNull();

        query.setSubject("node");
        assertThat(query.filter().subjectId()).isNull();
        assertThat(query.filter().subjectKind()).isEqualTo("node");
    }

    @Test
    void saysTheSameInAnAddress() {
        query.setActor("ada & bob");
        query.setAction("node.");
        query.setSubject(ID);
        query.setFrom("2026-11-20");

        assertThat(query.parameters())
                .isEqualTo("&actor=ada+%26+bob&action=node.&subject_id=" + ID + "&from=2026-11-20T00%3A00%3A00Z");
    }

    @Test
    void waitsForADayThatIsHalfTyped() {
        query.setFrom("2026-1");

        assertThat(query.filter().from()).isNull();
    }
}

package io.strata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RevisionTest {

    @Test
    void agreesOnWhatIsAskedForIfItCanBeSpoken() {
        assertThat(Revision.agreed("2025-06-18")).isEqualTo("2025-06-18");
        assertThat(Revision.agreed("2024-11-05")).isEqualTo("2025-11-25");
        assertThat(Revision.agreed(Revision.STATELESS)).isEqualTo("2025-11-25");
        assertThat(Revision.agreed(null)).isEqualTo("2025-11-25");
    }
}

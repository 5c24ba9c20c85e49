package io.strata.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT3S, just now",
        "PT42S, 42 s ago",
        "PT5M59S, 5 min ago",
        "PT23H, 23 h ago",
        "P30D, 30 d ago",
        "P31D, 20 Oct 2026"
    })
    void tellsRoughlyHowLongAgoSomethingWas(Duration age, String words) {
        assertThat(Moments.ago(NOW.minus(age), NOW)).isEqualTo(words);
    }

    @Test
    void takesAClockThatIsAheadForNow() {
        assertThat(Moments.ago(NOW.plusSeconds(30), NOW)).isEqualTo("just now");
    }

    @ParameterizedTest
    @CsvSource({"PT0.25S, 250 ms", "PT12.34S, 12.3 s", "PT3M7S, 3 min 7 s", "PT2H5M, 2 h 5 min"})
    void writesASpanWithItsLargestUnits(Duration span, String words) {
        assertThat(new Moments().span(span)).isEqualTo(words);
    }
}

package io.strata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeliveryPauseTest {

    @ParameterizedTest
    @CsvSource({"1,1", "2,3", "3,9", "6,243", "7,600", "12,600", "1000,600"})
    void growsByThreeUpToTenMinutes(int attempt, long seconds) {
        assertThat(RedeliveryPause.after(attempt)).isEqualTo(Duration.ofSeconds(seconds));
    }
}

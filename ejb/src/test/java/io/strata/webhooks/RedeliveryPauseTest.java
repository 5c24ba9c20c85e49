package io.strata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeliveryPauseTest {

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "6,32", "10,512", "11,600", "14,600", "1000,600"})
    void doublesUpToTenMinutes(int attempt, long seconds) {
        assertThat(RedeliveryPause.after(attempt)).isEqualTo(Duration.ofSeconds(seconds));
    }
}

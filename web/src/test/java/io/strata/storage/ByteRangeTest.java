package io.strata.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-4, 0, 4", "bytes=5-, 5, 9", "bytes=-3, 7, 9", "bytes=8-100, 8, 9", "bytes=-100, 0, 9"})
    void readsASingleRange(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bytes=-", "bytes=5-2", "bytes=0-1,3-4", "lines=1-2", "bytes=x-y"})
    void ignoresWhatIsNoSingleRange(String header) {
        assertThat(ByteRange.parse(header, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0"})
    void refusesWhatLiesOutside(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 10))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.RANGE_NOT_SATISFIABLE));
    }

    @Test
    void saysWhichPartItIs() {
        assertThat(new ByteRange(2, 5).contentRange(10)).isEqualTo("bytes 2-5/10");
    }
}

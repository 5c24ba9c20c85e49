package io.strata.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final long SECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong(1_000 * SECOND);
    private final TokenBuckets buckets = new TokenBuckets(new ConcurrentHashMap<>(), now::get);

    @Test
    void grantsAsManyAsAMinuteHasAndNoMore() {
        List<Boolean> granted = IntStream.range(0, 9)
                .mapToObj(i -> buckets.take("a", 7).granted())
                .toList();

        assertThat(granted).containsExactly(true, true, true, true, true, true, true, false, false);
        assertThat(buckets.take("b", 7).granted()).isTrue();
    }

    @Test
    void saysHowManyRemainAndWhenItIsFullAgain() {
        assertThat(buckets.take("a", 3)).isEqualTo(new Allowance(true, 3, 2, Duration.ofSeconds(20), Duration.ZERO));
        assertThat(buckets.take("a", 3)).extracting(Allowance::remaining).isEqualTo(1);
        assertThat(buckets.take("a", 3))
                .isEqualTo(new Allowance(true, 3, 0, Duration.ofSeconds(60), Duration.ofSeconds(20)));
        assertThat(buckets.take("a", 3))
                .isEqualTo(new Allowance(false, 3, 0, Duration.ofSeconds(60), Duration.ofSeconds(20)));
    }

    @Test
    void fillsUpEvenly() {
        IntStream.range(0, 3).forEach(i -> buckets.take("a", 3));

        now.addAndGet(20 * SECOND);
        assertThat(buckets.take("a", 3).granted()).isTrue();
        assertThat(buckets.take("a", 3).granted()).isFalse();
        now.addAndGet(60 * SECOND);
        assertThat(buckets.take("a", 3).remaining()).isEqualTo(2);
    }

    @Test
    void holdsTheShareThatWasUsedWhenTheLimitChanges() {
        IntStream.range(0, 5).forEach(i -> buckets.take("a", 10));

        assertThat(buckets.take("a", 100).remaining()).isEqualTo(49);
        assertThat(buckets.take("a", 1).granted()).isFalse();
    }

    @Test
    void grantsExactlyTheLimitToManyAtOnce() {
        long granted = IntStream.range(0, 2_000)
                .parallel()
                .filter(i -> buckets.take("a", 300).granted())
                .count();

        assertThat(granted).isEqualTo(300);
    }
}

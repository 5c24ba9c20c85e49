package io.strata.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.strata.reconciliation.SideBySide.Keys;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void saysWhoHoldsWhat() {
        SideBySide sides = new SideBySide(all("a", "c", "d"), all("b", "c", "e"));

        assertThat(sides.onlyLeft()).containsExactly("a", "d");
        assertThat(sides.onlyRight()).containsExactly("b", "e");
        assertThat(sides.keys()).isEqualTo(5);
        assertThat(sides.end()).isNull();
    }

    @Test
    void saysNothingAboutKeysBeyondWhatBothSidesHaveShown() {
        SideBySide sides = new SideBySide(some("a", "b", "f"), some("a", "c", "d"));

        assertThat(sides.end()).isEqualTo("d");
        assertThat(sides.onlyLeft()).containsExactly("b");
        assertThat(sides.onlyRight()).containsExactly("c", "d");
        assertThat(sides.covers("f")).isFalse();
    }

    @Test
    void trustsASideThatHasEnded() {
        SideBySide sides = new SideBySide(all("a"), some("a", "b", "c"));

        assertThat(sides.end()).isEqualTo("c");
        assertThat(sides.onlyRight()).containsExactly("b", "c");
    }

    @Test
    void findsNothingInEmptyStores() {
        SideBySide sides = new SideBySide(all(), all());

        assertThat(sides.keys()).isZero();
        assertThat(sides.end()).isNull();
    }

    @Test
    void refusesAStoreThatHandsOutKeysOutOfOrder() {
        assertThatIllegalStateException().isThrownBy(() -> all("b", "a")).withMessageContaining("out of order");
    }

    private static Keys all(String... keys) {
        return new Keys(List.of(keys), false);
    }

    private static Keys some(String... keys) {
        return new Keys(List.of(keys), true);
    }
}

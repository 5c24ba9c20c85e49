package io.strata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.access.Caller;
import io.strata.audit.RefusalCounts.Key;
import io.strata.audit.RefusalCounts.Repeated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalCountsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T16:00:00Z");

    private final RefusalCounts counts = new RefusalCounts();
    private final Caller ada = caller("ada");

    @Test
    void letsTheFirstThroughAndCountsTheRest() {
        Key key = new Key(ada.actorId(), "refused.node_write", "A-1");

        assertThat(counts.admit(key, entry(ada), NOW)).isTrue();
        assertThat(counts.admit(key, entry(ada), NOW.plusSeconds(1))).isFalse();
        assertThat(counts.admit(key, entry(ada), NOW.plusSeconds(59))).isFalse();
        assertThat(counts.over(NOW.plusSeconds(59))).isEmpty();

        List<Repeated> repeated = counts.over(NOW.plusSeconds(60));

        assertThat(repeated).singleElement().satisfies(one -> {
            assertThat(one.times()).isEqualTo(2);
            assertThat(one.entry().repeated(one.times(), one.since()).state())
                    .containsEntry("repeated", 2L)
                    .containsEntry("since", "2026-11-21T16:00:00Z");
        });
        assertThat(counts.admit(key, entry(ada), NOW.plusSeconds(61))).isTrue();
    }

    @Test
    void tellsApartActorsActionsAndSubjects() {
        Caller bob = caller("bob");

        assertThat(counts.admit(new Key(ada.actorId(), "one", "A-1"), entry(ada), NOW))
                .isTrue();
        assertThat(counts.admit(new Key(ada.actorId(), "one", "A-2"), entry(ada), NOW))
                .isTrue();
        assertThat(counts.admit(new Key(ada.actorId(), "two", "A-1"), entry(ada), NOW))
                .isTrue();
        assertThat(counts.admit(new Key(bob.actorId(), "one", "A-1"), entry(bob), NOW))
                .isTrue();
        assertThat(counts.over(NOW.plusSeconds(61))).isEmpty();
    }

    @Test
    void countsAnActorWhoTriesEverything() {
        int let = 0;
        for (int i = 0; i < 10_000; i++) {
            let += counts.admit(new Key(ada.actorId(), "one", "A-" + i), entry(ada), NOW) ? 1 : 0;
        }
        assertThat(let).isEqualTo(RefusalCounts.DIFFERENT);
        assertThat(counts.admit(new Key(caller("bob").actorId(), "one", "A-1"), entry(ada), NOW))
                .isTrue();

        assertThat(counts.over(NOW.plusSeconds(60))).singleElement().satisfies(rest -> {
            assertThat(rest.entry().action()).isEqualTo("refused.more");
            assertThat(rest.times()).isEqualTo(10_000 - RefusalCounts.DIFFERENT);
        });
        assertThat(counts.admit(new Key(ada.actorId(), "one", "A-1"), entry(ada), NOW.plusSeconds(60)))
                .isTrue();
    }

    @Test
    void forgetsWhatTurnedOutToBeNone() {
        Key key = new Key(ada.actorId(), "one", "A-1");
        for (int i = 0; i < 2 * RefusalCounts.DIFFERENT; i++) {
            assertThat(counts.admit(key, entry(ada), NOW)).isTrue();
            counts.forget(key);
        }
        assertThat(counts.over(Instant.MAX)).isEmpty();
    }

    @Test
    void remembersOnlySoMany() {
        for (int i = 0; i < RefusalCounts.REMEMBERED + 100; i++) {
            Caller somebody = caller("somebody");
            counts.admit(new Key(somebody.actorId(), "one", "A-1"), entry(somebody), NOW);
        }
        assertThat(counts.over(Instant.MAX)).hasSize(100);
    }

    private static Caller caller(String handle) {
        return new Caller(UUID.randomUUID(), handle, handle, false);
    }

    private static RefusalEntry entry(Caller caller) {
        return new RefusalEntry(caller, "refused.node_write", new Subject("node", null, null), Map.of("reason", "No."));
    }
}

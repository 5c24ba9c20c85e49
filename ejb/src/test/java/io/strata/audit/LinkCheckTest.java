package io.strata.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.audit.ChainBreak.Difference;
import io.strata.audit.Seals.Sealed;
import io.strata.audit.chain.CanonicalEntry;
import io.strata.audit.chain.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkCheckTest {

    private final LinkCheck check = new LinkCheck();
    private final List<Sealed> chain = chain(6);

    @Test
    void findsNothingWrongWithAChain() {
        assertThat(check.firstBreak(0, Link.GENESIS, chain, 6)).isEmpty();
        assertThat(check.firstBreak(2, chain.get(1).hash(), chain.subList(2, 6), 6))
                .isEmpty();
        assertThat(check.firstBreak(0, Link.GENESIS, List.of(), 6)).isEmpty();
    }

    @Test
    void namesAChangedEntry() {
        for (int i = 0; i < chain.size(); i++) {
            Sealed old = chain.get(i);
            assertBreak(
                    replaced(i, new Sealed(old.position(), old.hash(), old.entryId(), entry(i, "changed"))),
                    i,
                    Difference.CONTENT_CHANGED);
        }
    }

    @Test
    void namesAMissingEntry() {
        for (int i = 0; i < chain.size(); i++) {
            Sealed old = chain.get(i);
            assertBreak(
                    replaced(i, new Sealed(old.position(), old.hash(), old.entryId(), null)),
                    i,
                    Difference.ENTRY_MISSING);
        }
    }

    @Test
    void namesAMissingLink() {
        for (int i = 0; i < chain.size() - 1; i++) {
            List<Sealed> without = new ArrayList<>(chain);
            without.remove(i);
            assertBreak(without, i, Difference.SEAL_MISSING);
        }
    }

    @Test
    void namesAChangedHash() {
        for (int i = 0; i < chain.size() - 1; i++) {
            Sealed old = chain.get(i);
            assertBreak(
                    replaced(i, new Sealed(old.position(), Link.hash(old.hash(), "x"), old.entryId(), old.entry())),
                    i,
                    Difference.SEAL_CHANGED);
        }
    }

    @Test
    void namesEntriesThatHaveChangedPlaces() {
        for (int i = 0; i < chain.size() - 1; i++) {
            Sealed one = chain.get(i);
            Sealed other = chain.get(i + 1);
            List<Sealed> swapped = new ArrayList<>(chain);
            swapped.set(i, new Sealed(one.position(), one.hash(), other.entryId(), other.entry()));
            swapped.set(i + 1, new Sealed(other.position(), other.hash(), one.entryId(), one.entry()));
            assertBreak(swapped, i, Difference.ORDER_CHANGED);
        }
    }

    private void assertBreak(List<Sealed> links, int index, Difference difference) {
        assertThat(check.firstBreak(0, Link.GENESIS, links, 6)).hasValueSatisfying(broken -> {
            assertThat(broken.position()).isEqualTo(index + 1);
            assertThat(broken.difference()).isEqualTo(difference);
        });
    }

    private List<Sealed> replaced(int index, Sealed by) {
        List<Sealed> links = new ArrayList<>(chain);
        links.set(index, by);
        return links;
    }

    private static List<Sealed> chain(int size) {
        List<Sealed> links = new ArrayList<>();
        Link last = Link.genesis();
        for (int i = 0; i < size; i++) {
            CanonicalEntry entry = entry(i, "made");
            last = Link.after(last, entry.text());
            links.add(new Sealed(last.position(), last.hash(), 100 + i, entry));
        }
        return links;
    }

    private static CanonicalEntry entry(int number, String what) {
        return new CanonicalEntry(
                100 + number,
                Instant.parse("2026-11-21T16:00:00Z"),
                new UUID(0, 1),
                "ada",
                null,
                "thing." + what,
                null,
                "thing",
                new UUID(0, number),
                null,
                null);
    }
}

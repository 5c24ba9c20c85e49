package io.strata.audit;

import io.strata.audit.ChainBreak.Difference;
import io.strata.audit.Seals.Sealed;
import io.strata.audit.chain.Link;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Compares links as they stand with what they must be, and says of the first that differs how it does. */
@ApplicationScoped
class LinkCheck {

    /**
     * The first link that is not right.
     *
     * @param after the position before the stretch
     * @param previous its hash
     * @param stretch the links, and some behind them, which may tell what is wrong with the last ones
     * @param count how many to compare
     */
    Optional<ChainBreak> firstBreak(long after, String previous, List<Sealed> stretch, int count) {
        long position = after;
        String hash = previous;
        for (int i = 0; i < Math.min(count, stretch.size()); i++) {
            Sealed sealed = stretch.get(i);
            position++;
            if (sealed.position() != position) {
                return Optional.of(missing(position));
            }
            if (sealed.entry() == null) {
                return Optional.of(new ChainBreak(
                        position,
                        sealed.entryId(),
                        Difference.ENTRY_MISSING,
                        "Entry " + sealed.entryId() + ", sealed at position " + position + ", is not there."));
            }
            if (!Link.hash(hash, sealed.text()).equals(sealed.hash())) {
                return Optional.of(difference(hash, sealed, stretch.subList(i + 1, stretch.size())));
            }
            hash = sealed.hash();
        }
        return Optional.empty();
    }

    /** That a position has no link. */
    static ChainBreak missing(long position) {
        return new ChainBreak(
                position, null, Difference.SEAL_MISSING, "There is no link at position " + position + ".");
    }

    /**
     * How entry and hash of a link differ. The next link tells which of the two is as it was: it follows the true hash.
     *
     * @param further the links behind it, as far as they are known
     */
    private static ChainBreak difference(String previous, Sealed sealed, List<Sealed> further) {
        long position = sealed.position();
        Optional<Sealed> moved = further.stream()
                .filter(other -> Link.hash(previous, other.text()).equals(sealed.hash()))
                .findFirst();
        if (moved.isPresent()) {
            return new ChainBreak(
                    position,
                    sealed.entryId(),
                    Difference.ORDER_CHANGED,
                    "Position " + position + " has entry " + sealed.entryId() + "; sealed there was entry "
                            + moved.get().entryId() + ".");
        }
        String actual = Link.hash(previous, sealed.text());
        boolean followed = !further.isEmpty()
                && Link.hash(actual, further.get(0).text())
                        .equals(further.get(0).hash());
        return followed
                ? new ChainBreak(
                        position,
                        sealed.entryId(),
                        Difference.SEAL_CHANGED,
                        "The hash at position " + position + " was changed; the next link follows another.")
                : new ChainBreak(
                        position,
                        sealed.entryId(),
                        Difference.CONTENT_CHANGED,
                        "Entry " + sealed.entryId() + " at position " + position + " is not what was sealed.");
    }
}

package io.strata.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.ChainBreak.Difference;
import io.strata.audit.Seals.Entries;
import io.strata.audit.Seals.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Verifies the chain, a stretch at a time and in constant memory, for the job that does; three walks, in this order: every
 * link from the first on, every entry whether it has a link, every checkpoint outside of the database. How far they have
 * come is the caller's to keep. Hashes are computed here, from the rows, and not by the database that made them. The
 * verdict is an entry of the audit log itself.
 *
 * <p>Metric: {@code strata.audit.breaks}.
 */
@ApplicationScoped
@Transactional
public class ChainVerification {

    /** The name of the job. */
    public static final String JOB = "audit_verification";

    /** The action under which a verdict is audited. */
    static final String VERIFIED = "audit.verified";

    private static final Logger LOG = Logger.getLogger(ChainVerification.class.getName());
    private static final int LINKS = 500;
    private static final int AHEAD = 50;
    private static final int ENTRIES = 5000;
    private static final int CHECKPOINTS = 500;

    @Inject
    Seals seals;

    @Inject
    LinkCheck links;

    @Inject
    CheckpointKeeper keeper;

    @Inject
    AuditLog audit;

    @Inject
    MeterRegistry registry;

    /**
     * A stretch of a walk.
     *
     * @param end the key of the last thing that was looked at; as given, when there was none
     * @param count how many there were
     * @param last whether the walk is over
     * @param broken what is wrong; {@code null} when nothing is
     */
    public record Walked(long end, long count, boolean last, ChainBreak broken) {}

    /** How many links there are now: how far a walk that begins now goes. */
    @Requires(Action.SYSTEM_READ)
    public long links() {
        return seals.head().position();
    }

    /** How many entries there are now. */
    @Requires(Action.SYSTEM_READ)
    public long entries() {
        return seals.entries();
    }

    /**
     * Goes on along the chain.
     *
     * @param after the last position that was found right; 0 at the beginning
     * @param until the last position of the walk
     */
    @Requires(Action.SYSTEM_OPERATE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Walked walkLinks(long after, long until) {
        if (after >= until) {
            return new Walked(after, 0, true, null);
        }
        String previous = seals.hashAt(after);
        if (previous == null) {
            return new Walked(after, 0, true, LinkCheck.missing(after));
        }
        List<Sealed> stretch = seals.stretch(after, LINKS + AHEAD);
        Optional<ChainBreak> broken = links.firstBreak(after, previous, stretch, LINKS);
        if (broken.isPresent()) {
            long right = broken.get().position() - 1;
            return new Walked(right, right - after, true, broken.get());
        }
        if (stretch.isEmpty()) {
            return new Walked(after, 0, true, LinkCheck.missing(after + 1));
        }
        int count = Math.min(LINKS, stretch.size());
        long end = stretch.get(count - 1).position();
        return new Walked(end, count, end >= until, null);
    }

    /**
     * Goes on along the entries, in the order of their ids.
     *
     * @param after the last id; {@link Long#MIN_VALUE} at the beginning
     */
    @Requires(Action.SYSTEM_OPERATE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Walked walkEntries(long after) {
        Entries entries = seals.entriesAfter(after, ENTRIES);
        Long lost = entries.lost();
        if (lost != null) {
            return new Walked(
                    after,
                    0,
                    true,
                    new ChainBreak(
                            null, lost, Difference.SEAL_MISSING, "Entry " + lost + " has no place in the chain."));
        }
        if (entries.count() == ENTRIES) {
            return new Walked(entries.last(), ENTRIES, false, null);
        }
        Long waiting = seals.lostWaiting();
        ChainBreak broken = waiting == null
                ? null
                : new ChainBreak(
                        null,
                        waiting,
                        Difference.ENTRY_MISSING,
                        "Entry " + waiting + " was gone before it was sealed.");
        return new Walked(entries.last() == null ? after : entries.last(), entries.count(), true, broken);
    }

    /**
     * Goes on along the checkpoints that are kept outside of the database.
     *
     * @param after the position of the last one; 0 at the beginning
     */
    @Requires(Action.SYSTEM_OPERATE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Walked walkCheckpoints(long after) {
        List<Checkpoint> kept = keeper.kept(after, CHECKPOINTS);
        long end = after;
        for (Checkpoint checkpoint : kept) {
            String hash = seals.hashAt(checkpoint.position());
            if (!checkpoint.hash().equals(hash)) {
                return new Walked(end, 0, true, disagreeing(checkpoint, hash));
            }
            end = checkpoint.position();
        }
        return new Walked(end, kept.size(), kept.size() < CHECKPOINTS, null);
    }

    private static ChainBreak disagreeing(Checkpoint checkpoint, String hash) {
        return hash == null
                ? new ChainBreak(
                        checkpoint.position(),
                        null,
                        Difference.SEAL_MISSING,
                        "A checkpoint names position " + checkpoint.position() + ", and the chain ends before it.")
                : new ChainBreak(
                        checkpoint.position(),
                        null,
                        Difference.REWRITTEN,
                        "A checkpoint names another hash: the chain was written anew at or before position "
                                + checkpoint.position() + ".");
    }

    /**
     * Notes what was found.
     *
     * @param position up to where the chain is intact
     * @param checkpoints how many of them agree
     * @param broken what is wrong; {@code null} when nothing is
     */
    @Requires(Action.SYSTEM_OPERATE)
    public ChainVerdict conclude(long position, long checkpoints, ChainBreak broken) {
        ChainVerdict verdict = new ChainVerdict(broken == null, position, seals.hashAt(position), checkpoints, broken);
        audit.record(VERIFIED, "audit", null, null, null, verdict);
        if (broken == null) {
            LOG.info("The audit chain is intact up to position " + position);
        } else {
            LOG.severe("The audit chain is broken: " + broken.explanation());
            registry.counter("strata.audit.breaks").increment();
        }
        return verdict;
    }
}

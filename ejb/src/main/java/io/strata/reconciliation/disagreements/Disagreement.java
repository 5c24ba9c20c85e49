package io.strata.reconciliation.disagreements;

import io.strata.common.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way in which stores can disagree. It says which store is the truth and why, finds out whether a subject is affected
 * right now, and knows the repairs.
 */
public abstract class Disagreement {

    private final String name;
    private final Store truth;
    private final Store other;
    private final String reason;
    private final List<Offer> offers;

    /**
     * A kind.
     *
     * @param name as the API writes it
     * @param truth the store that decides
     * @param other the store that disagrees with it
     * @param reason why the one decides, and what follows
     * @param offers the repairs; setting it aside is always possible
     */
    protected Disagreement(String name, Store truth, Store other, String reason, Offer... offers) {
        this.name = name;
        this.truth = truth;
        this.other = other;
        this.reason = reason;
        this.offers = Stream.concat(
                        Arrays.stream(offers),
                        Stream.of(new Offer(
                                RepairAction.IGNORE, "Changes nothing. It comes back when one of its sides changes.")))
                .toList();
    }

    /** Its name in the API. */
    public String name() {
        return name;
    }

    /** The store that decides. */
    public Store truth() {
        return truth;
    }

    /** The store that disagrees with it. */
    public Store other() {
        return other;
    }

    /** Why the one decides, and what follows. */
    public String reason() {
        return reason;
    }

    /** The repairs, the most likely one first. */
    public List<Offer> offers() {
        return offers;
    }

    /**
     * Reads both sides anew: PostgreSQL before the others, so that two looks with the end of all transactions under way
     * between them, and equal results, prove a disagreement.
     *
     * @return the subjects that are affected, with their sides
     */
    public abstract Map<String, Sides> examine(Collection<String> subjects);

    /** Keeps writers away from the subject until the transaction ends, as far as they would change its sides. */
    public void lock(String subject) {
        // most kinds have nothing that two could write at once
    }

    /**
     * What a repair would do, given the sides. The work of the steps runs in a transaction in which the sides are the
     * same.
     *
     * @throws ProblemException conflict, when the repair is not possible for this subject, and why
     */
    public abstract List<Step> plan(RepairAction action, String subject, Sides sides);

    /** Says that a plan was asked for that this kind does not offer. */
    protected ProblemException notOffered(RepairAction action) {
        return ProblemException.validation(
                "action",
                "must be one of "
                        + String.join(
                                ", ",
                                offers.stream()
                                        .map(offer -> offer.action().name().toLowerCase(java.util.Locale.ROOT))
                                        .toList()));
    }
}

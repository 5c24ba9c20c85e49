package io.strata.audit;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.audit.ChainVerification.Walked;
import io.strata.jobs.JobCheckpoints;
import io.strata.jobs.JobPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The walks of a verification in their order, with how far each has come. The first thing that is broken ends all of them.
 */
@ApplicationScoped
public class VerificationRun {

    private static final String LINKS = "links";
    private static final String ENTRIES = "entries";
    private static final String CHECKPOINTS = "checkpoints";

    /** The walk after which the verdict is known. */
    static final String LAST = CHECKPOINTS;

    @Inject
    ChainVerification verification;

    @Inject
    VerificationProgress progress;

    @Inject
    JobCheckpoints checkpoints;

    /**
     * Goes on with a walk.
     *
     * @return whether there is more of it
     */
    @Requires(Action.SYSTEM_OPERATE)
    public boolean goOn(String walk, String run) {
        JobPart part = part(walk, run);
        if (part.finished()) {
            return false;
        }
        Walked walked = walk(walk, part);
        if (walked.broken() != null) {
            long right = walk.equals(ENTRIES) ? position(run) : walked.end();
            progress.end(run, List.of(LINKS, ENTRIES, CHECKPOINTS), walk, walked, new Ending(right, 0));
        } else if (walked.last() && walk.equals(CHECKPOINTS)) {
            progress.end(run, List.of(), walk, walked, new Ending(position(run), part.done() + walked.count()));
        } else {
            progress.note(run, walk, walked);
        }
        return !walked.last();
    }

    /**
     * How a verification ends.
     *
     * @param position up to where the chain is intact
     * @param checkpoints how many of them agree
     */
    record Ending(long position, long checkpoints) {}

    private Walked walk(String walk, JobPart part) {
        boolean begins = part.position().isEmpty();
        long position = begins ? 0 : Long.parseLong(part.position());
        return switch (walk) {
            case LINKS -> verification.walkLinks(position, part.expected());
            case ENTRIES -> verification.walkEntries(begins ? Long.MIN_VALUE : position);
            case CHECKPOINTS -> verification.walkCheckpoints(position);
            default -> throw new IllegalArgumentException("no walk " + walk);
        };
    }

    private JobPart part(String walk, String run) {
        List<JobPart> begun = checkpoints.parts(run, walk);
        return begun.isEmpty()
                ? checkpoints.begin(run, walk, List.of(), expected(walk)).get(0)
                : begun.get(0);
    }

    private long expected(String walk) {
        return switch (walk) {
            case LINKS -> verification.links();
            case ENTRIES -> verification.entries();
            default -> 0;
        };
    }

    /** Up to where the links of the run are right. */
    private long position(String run) {
        String position = part(LINKS, run).position();
        return position.isEmpty() ? 0 : Long.parseLong(position);
    }
}

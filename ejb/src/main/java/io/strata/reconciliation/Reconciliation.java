package io.strata.reconciliation;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.jobs.JobCheckpoints;
import io.strata.jobs.JobPart;
import io.strata.reconciliation.disagreements.Sides;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps of a pass, for the job. A pass is a number that is the same for a run of the job and its restarts. */
@ApplicationScoped
@Transactional
public class Reconciliation {

    /** The name of the job. */
    public static final String JOB = "reconciliation";

    private static final int PARTS = 8;

    @Inject
    @Any
    Instance<Walk> walks;

    @Inject
    Disagreements kinds;

    @Inject
    Confirmation confirmation;

    @Inject
    Findings findings;

    @Inject
    JobCheckpoints checkpoints;

    /** The parts of a walk, with how far earlier executions of the pass have come. */
    @Requires(Action.SYSTEM_OPERATE)
    public List<JobPart> parts(String walk, long pass) {
        List<JobPart> begun = checkpoints.parts(Long.toString(pass), walk);
        if (!begun.isEmpty()) {
            return begun;
        }
        Walk found = walk(walk);
        return checkpoints.begin(Long.toString(pass), walk, found.divide(PARTS), found.size());
    }

    /**
     * Goes on with a part of a walk.
     *
     * @param after where the last stretch ended, or the part's position
     */
    @Requires(Action.SYSTEM_OPERATE)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Stretch next(String walk, JobPart part, String after) {
        return walk(walk).next(after, part.until());
    }

    /** Looks again at what looked wrong in a stretch, stores what is, and notes how far the part has come. */
    @Requires(Action.SYSTEM_OPERATE)
    public void report(String walk, JobPart part, Stretch stretch, long pass) {
        Map<String, List<String>> suspects = stretch.suspects().stream()
                .collect(Collectors.groupingBy(
                        Suspect::kind, Collectors.mapping(Suspect::subject, Collectors.toList())));
        suspects.forEach((kind, subjects) -> {
            Map<String, Sides> confirmed = confirmation.confirm(kinds.named(kind), subjects);
            findings.seen(kind, confirmed, pass);
        });
        checkpoints.advance(Long.toString(pass), walk, part.number(), stretch.end(), stretch.keys(), stretch.last());
    }

    /**
     * Looks at some findings that the pass has not seen, and resolves those that are gone.
     *
     * @param limit how many to look at
     * @return how many there were; less than the limit means that the pass has seen to all
     */
    @Requires(Action.SYSTEM_OPERATE)
    public int resolve(long pass, int limit) {
        List<Finding> unseen = findings.unseen(pass, limit);
        unseen.stream().collect(Collectors.groupingBy(Finding::kind)).forEach((kind, some) -> {
            Map<String, Sides> there = kinds.named(kind)
                    .examine(some.stream().map(Finding::subject).toList());
            findings.seen(kind, there, pass);
            some.stream()
                    .filter(finding -> !there.containsKey(finding.subject()))
                    .forEach(findings::resolve);
        });
        return unseen.size();
    }

    private Walk walk(String name) {
        return walks.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no walk " + name));
    }
}

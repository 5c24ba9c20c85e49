package io.strata.audit;

import io.strata.audit.ChainVerification.Walked;
import io.strata.audit.VerificationRun.Ending;
import io.strata.jobs.JobCheckpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Notes how far a verification has come and what it has found, in one transaction. */
@ApplicationScoped
@Transactional
class VerificationProgress {

    private static final int ONLY_PART = 0;

    @Inject
    ChainVerification verification;

    @Inject
    JobCheckpoints checkpoints;

    void note(String run, String walk, Walked walked) {
        checkpoints.advance(run, walk, ONLY_PART, Long.toString(walked.end()), walked.count(), walked.last());
    }

    /**
     * Notes the last stretch, and the verdict.
     *
     * @param walks those that need not be walked any more
     */
    void end(String run, List<String> walks, String walk, Walked walked, Ending ending) {
        note(run, walk, walked);
        walks.stream().filter(other -> checkpoints.parts(run, other).isEmpty()).forEach(other -> {
            checkpoints.begin(run, other, List.of(), 0);
            checkpoints.advance(run, other, ONLY_PART, "", 0, true);
        });
        verification.conclude(ending.position(), ending.checkpoints(), walked.broken());
    }
}

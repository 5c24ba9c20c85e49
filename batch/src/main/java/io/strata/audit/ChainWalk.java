package io.strata.audit;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Walks along the chain, the entries or the checkpoints, a stretch at a time, from where the run has come to. A chain that
 * is broken is a result and no failure; the job ends with it as its outcome.
 */
@Named
@Dependent
public class ChainWalk extends AbstractBatchlet {

    @Inject
    @BatchProperty
    String walk;

    @Inject
    @BatchProperty
    String run;

    @Inject
    VerificationRun verification;

    @Inject
    AuditChain chain;

    @Inject
    JobContext job;

    private volatile boolean stopped;

    @Override
    public String process() {
        while (!stopped && verification.goOn(walk, run)) {
            // the run knows how far it has come
        }
        if (stopped) {
            return BatchStatus.STOPPED.name();
        }
        ChainState.Verified verified = chain.state().verified();
        if (walk.equals(VerificationRun.LAST) && verified != null) {
            job.setExitStatus(words(verified.verdict()));
        }
        return BatchStatus.COMPLETED.name();
    }

    private static String words(ChainVerdict verdict) {
        return verdict.intact()
                ? "Intact up to position " + verdict.position() + "."
                : "Broken: " + verdict.broken().explanation();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}

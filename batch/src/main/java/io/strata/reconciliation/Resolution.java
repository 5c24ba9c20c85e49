package io.strata.reconciliation;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Looks again at findings that this pass has not met, some at a time, and resolves those that are gone. */
@Named
@Dependent
public class Resolution extends AbstractBatchlet {

    private static final int LIMIT = 500;

    @Inject
    @BatchProperty
    String run;

    @Inject
    Reconciliation reconciliation;

    private volatile boolean stopped;

    @Override
    public String process() {
        int seen = LIMIT;
        while (seen == LIMIT && !stopped) {
            seen = reconciliation.resolve(Long.parseLong(run), LIMIT);
        }
        return (stopped ? BatchStatus.STOPPED : BatchStatus.COMPLETED).name();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}

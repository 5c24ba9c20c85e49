package io.strata.jobs;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Lets a step run on behalf of the server itself. A step without partitions runs on the thread of its listener. */
@Named
@Dependent
public class SystemCaller extends AbstractStepListener {

    @Override
    public void beforeStep() {
        CurrentCaller.bind(Caller.system());
    }

    @Override
    public void afterStep() {
        CurrentCaller.bind(null);
    }
}

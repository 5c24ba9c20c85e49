package io.strata.reconciliation;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.jobs.JobPart;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Reads a part of a walk, a stretch at a time, from where the part has come to. */
@Named
@Dependent
public class StretchReader extends AbstractItemReader {

    @Inject
    @BatchProperty
    String walk;

    @Inject
    @BatchProperty
    String run;

    @Inject
    @BatchProperty
    String part;

    @Inject
    Reconciliation reconciliation;

    private JobPart range;
    private String position;
    private boolean finished;

    @Override
    public void open(Serializable checkpoint) throws Exception {
        range = CurrentCaller.callAs(
                Caller.system(),
                () -> reconciliation.parts(walk, Long.parseLong(run)).get(Integer.parseInt(part)));
        position = range.position();
        finished = range.finished();
    }

    @Override
    public PartStretch readItem() throws Exception {
        if (finished) {
            return null;
        }
        Stretch stretch = CurrentCaller.callAs(Caller.system(), () -> reconciliation.next(walk, range, position));
        position = stretch.end();
        finished = stretch.last();
        return new PartStretch(range, stretch);
    }
}

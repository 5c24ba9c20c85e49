package io.strata.reconciliation;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Has looked again at what looked wrong, and stores it together with how far the part has come. */
@Named
@Dependent
public class StretchWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty
    String walk;

    @Inject
    @BatchProperty
    String run;

    @Inject
    Reconciliation reconciliation;

    @Override
    public void writeItems(List<Object> items) {
        CurrentCaller.runAs(
                Caller.system(),
                () -> items.stream()
                        .map(PartStretch.class::cast)
                        .forEach(
                                item -> reconciliation.report(walk, item.part(), item.stretch(), Long.parseLong(run))));
    }
}

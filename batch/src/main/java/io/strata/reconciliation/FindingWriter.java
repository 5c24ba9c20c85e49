package io.strata.reconciliation;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Has suspicious keys read again, and stored when they still are. */
@Named
@Dependent
public class FindingWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty
    String comparison;

    @Inject
    @BatchProperty
    String run;

    @Inject
    Reconciliation reconciliation;

    @Override
    public void writeItems(List<Object> items) {
        List<KeyPair> suspects = items.stream().map(KeyPair.class::cast).toList();
        reconciliation.report(comparison, suspects, Long.parseLong(run));
    }
}

package io.strata.reconciliation;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Lets keys pass that only one of the stores holds. */
@Named
@Dependent
public class Suspicion implements ItemProcessor {

    @Override
    public Object processItem(Object item) {
        return ((KeyPair) item).agrees() ? null : item;
    }
}

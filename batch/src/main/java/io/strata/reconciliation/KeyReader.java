package io.strata.reconciliation;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Reads the keys of two stores side by side; the checkpoint is the last key read. */
@Named
@Dependent
public class KeyReader extends AbstractItemReader {

    @Inject
    @BatchProperty
    String comparison;

    @Inject
    Reconciliation reconciliation;

    private KeyMerge keys;
    private String last;

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? "" : (String) checkpoint;
        keys = reconciliation.walk(comparison, last);
    }

    @Override
    public KeyPair readItem() {
        KeyPair pair = keys.next();
        if (pair != null) {
            last = pair.key();
        }
        return pair;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}

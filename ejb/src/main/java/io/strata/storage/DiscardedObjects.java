package io.strata.storage;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes files whose rows are gone. The database notes the key in the transaction that removes the row, however that
 * happens; the file goes afterwards, outside of any transaction. Removing one twice does no harm, so servers need not
 * agree on who does it.
 */
@Singleton
@DependsOn("Startup") // the table it reads is made there
public class DiscardedObjects {

    private static final Logger LOG = Logger.getLogger(DiscardedObjects.class.getName());
    private static final int AT_ONCE = 500;

    @Inject
    DiscardedKeys keys;

    @Inject
    ObjectStorage storage;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void remove() {
        try {
            for (String key : keys.next(AT_ONCE)) {
                storage.delete(key);
                keys.forget(key);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Removed files stay in the store until it answers", e);
        }
    }
}

package io.strata.storage;

import io.strata.access.Open;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes files back whose row did not come to be. */
@ApplicationScoped
public class RollbackRemoval {

    private static final Logger LOG = Logger.getLogger(RollbackRemoval.class.getName());

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    ObjectStorage storage;

    /** Removes an object if the transaction that is going to name it rolls back. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void of(String key) {
        transaction.registerInterposedSynchronization(new RemoveOnRollback(key));
    }

    private final class RemoveOnRollback implements Synchronization {

        private final String key;

        private RemoveOnRollback(String key) {
            this.key = key;
        }

        @Override
        public void beforeCompletion() {
            // nothing to do before it is decided
        }

        /** Only a certain rollback removes the object; of an uncertain one, reconciliation finds out. */
        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_ROLLEDBACK) {
                return;
            }
            try {
                storage.delete(key);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Object " + key + " stays behind until reconciliation", e);
            }
        }
    }
}

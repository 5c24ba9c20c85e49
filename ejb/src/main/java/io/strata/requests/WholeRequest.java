package io.strata.requests;

import io.strata.access.Open;
import io.strata.access.Requires;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.Callable;

/** Carries out a request in one transaction, which everything joins that the request calls. */
@ApplicationScoped
public class WholeRequest {

    /** As long as the longest single request may take, an import. */
    private static final int LONGEST_SECONDS = 300;

    @Inject
    RequestTransaction transaction;

    @Resource(lookup = "java:jboss/TransactionManager")
    TransactionManager transactions;

    /**
     * Carries out a request, and again when a store has ended its transaction in favour of another one.
     *
     * @param request to be rolled back when it throws anything; may be called several times
     */
    @Requires
    public <T> T run(Callable<T> request) throws Exception {
        transactions.setTransactionTimeout(LONGEST_SECONDS);
        try {
            return transaction.run(request);
        } finally {
            reset();
        }
    }

    private void reset() {
        try {
            transactions.setTransactionTimeout(0);
        } catch (SystemException e) {
            throw new IllegalStateException("the transaction manager does not answer", e);
        }
    }

    /**
     * Writes to the database what the request has changed, which takes the locks of all that it changes, and forgets what
     * was read: what is read from now on is read as others will find it.
     */
    @Open("writes what services have been asked permission for")
    public void settle() {
        transaction.settle();
    }

    /** Does something outside of the transaction of the request, where what it has changed is not visible yet. */
    @Open("asks services that ask for permission themselves")
    public <T> T outside(Callable<T> question) throws Exception {
        return transaction.outside(question);
    }
}

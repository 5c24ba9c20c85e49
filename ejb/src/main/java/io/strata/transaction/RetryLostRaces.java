package io.strata.transaction;

import io.strata.access.Requires;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Calls a service method again whose transaction a store ended in favour of another one (a deadlock, a lock that took
 * too long, a leader that changed). That is safe here and nowhere further in: the whole transaction, in all stores, was
 * rolled back before this sees the failure. A method that runs in the transaction of its caller is left to that caller.
 */
@Interceptor
@Requires
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 110) // after the gate, before the transaction
public class RetryLostRaces {

    private static final Logger LOG = Logger.getLogger(RetryLostRaces.class.getName());
    private static final int ATTEMPTS = 4;
    private static final int LONGEST_FIRST_PAUSE_MILLIS = 40;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    @AroundInvoke
    Object call(InvocationContext invocation) throws Exception {
        if (registry.getTransactionKey() != null) {
            return invocation.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return invocation.proceed();
            } catch (Exception failure) {
                if (attempt == ATTEMPTS || !LostRace.caused(failure)) {
                    throw failure;
                }
                LOG.log(Level.FINE, "Lost a race, trying again", failure);
                Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_FIRST_PAUSE_MILLIS << attempt));
            }
        }
    }
}

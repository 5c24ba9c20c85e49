package io.strata.transaction;

import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLTransientConnectionException;

/**
 * Fails a method whose transaction was given up while it ran. When a connection breaks, the server marks the transaction
 * to be rolled back, and Hibernate then answers {@code find} with {@code null} as if there were no such row (HHH-12472).
 * The method goes on, returns, everything is rolled back without a word, and a caller or a queue takes for done what was
 * not.
 */
abstract class SilentRollback {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    @AroundInvoke
    Object refuse(InvocationContext invocation) throws Exception {
        Object result = invocation.proceed();
        if (registry.getTransactionKey() != null && registry.getRollbackOnly()) {
            throw new PersistenceException(
                    new SQLTransientConnectionException("a connection broke, so the transaction is rolled back"));
        }
        return result;
    }
}

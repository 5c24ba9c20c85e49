package io.strata.transaction;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

/** {@link SilentRollback} for methods that always begin a transaction. */
@Interceptor
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210) // just within the transaction
public class RefuseSilentRollbackOfNew extends SilentRollback {}

package io.strata.transaction;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

/** {@link SilentRollback} for methods that begin a transaction when there is none. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210) // just within the transaction
public class RefuseSilentRollback extends SilentRollback {}

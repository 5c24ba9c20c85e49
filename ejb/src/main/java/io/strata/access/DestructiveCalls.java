package io.strata.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Stands before every {@link Destructive} service method, behind the gate and before the transaction, so that no surface
 * of the server can forget to ask.
 */
@Interceptor
@Destructive("")
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 105)
public class DestructiveCalls {

    @Inject
    ApprovalDesk desk;

    @AroundInvoke
    Object ask(InvocationContext call) throws Exception {
        desk.admit(call.getMethod().getAnnotation(Destructive.class).value(), call.getParameters());
        return call.proceed();
    }
}

package io.strata.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Stands before every service method that {@link Requires} something. It runs before the transaction begins, so a
 * refusal costs no store anything.
 */
@Interceptor
@Requires
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class Gate {

    @AroundInvoke
    Object check(InvocationContext invocation) throws Exception {
        Requires requires = invocation.getMethod().getAnnotation(Requires.class);
        if (requires == null) {
            requires = invocation.getTarget().getClass().getAnnotation(Requires.class);
        }
        Caller caller = CurrentCaller.require();
        if (requires != null && requires.value().systemWide() && !caller.administrator()) {
            throw Policy.forbidden(requires.value());
        }
        return invocation.proceed();
    }
}

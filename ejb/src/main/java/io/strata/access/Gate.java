package io.strata.access;

import io.strata.common.ProblemException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Stands before every service method that {@link Requires} something. It runs before the transaction begins, so a
 * refusal costs no store anything, and tells of every {@link Refusal}, its own and those from within, when the call is
 * over.
 */
@Interceptor
@Requires
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class Gate {

    @Inject
    Event<Refusal> told;

    @AroundInvoke
    Object check(InvocationContext invocation) throws Exception {
        Requires requires = invocation.getMethod().getAnnotation(Requires.class);
        if (requires == null) {
            requires = invocation.getTarget().getClass().getAnnotation(Requires.class);
        }
        Caller caller = CurrentCaller.require();
        Action action = requires == null ? Action.SIGNED_IN : requires.value();
        Refusals refusals = Refusals.enter();
        try {
            if (!caller.canEver(action)) {
                throw Policy.forbidden(action);
            }
            return invocation.proceed();
        } catch (ProblemException problem) {
            if (Refusal.isOne(problem, caller, action)) {
                refusals.note(problem, Refusal.of(problem, caller, action, invocation));
            }
            throw problem;
        } finally {
            refusals.leave(told::fire);
        }
    }
}

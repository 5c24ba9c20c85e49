package io.strata.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service method that agents may not just call: {@link ApprovalDesk} decides whether a person has to approve first. It
 * stands beside {@link Requires}, which decides about the right to call it at all.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Destructive {

    /** The name of the operation, under which the call is stored and later made. */
    @Nonbinding
    String value();
}

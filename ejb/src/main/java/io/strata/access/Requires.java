package io.strata.access;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a service method or an endpoint needs. Nobody gets in without being signed in; a system-wide
 * action needs an administrator, and a token must be for the action; for every other action the method asks
 * {@link Policy#require} as soon as it knows the workspace it touches.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {

    /** What the caller must be allowed to do. */
    @jakarta.enterprise.util.Nonbinding
    Action value() default Action.SIGNED_IN;
}

package io.strata.requests;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an endpoint that what it does is not one transaction, so that it can promise nothing about a request that is
 * repeated or that depends on a condition. It refuses {@code Idempotency-Key} and {@code If-Match}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OwnTransactions {

    /** Why, in words that follow "because". */
    String value();
}

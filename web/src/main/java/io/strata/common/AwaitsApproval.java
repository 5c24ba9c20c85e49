package io.strata.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the description of the API that what an agent asks for here may wait for a person's approval: the answer is
 * then 202 with the request for it. What decides about it is {@link io.strata.access.Destructive} at the service.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AwaitsApproval {}

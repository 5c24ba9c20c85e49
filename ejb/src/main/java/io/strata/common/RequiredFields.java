package io.strata.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the description of the API which fields of a record are always there: in an answer, those that are never left
 * out; in a request, those without which it is refused. Where the record of an answer says nothing, these are the primitive
 * ones.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RequiredFields {

    /** The components that are always there. */
    String[] value() default {};

    /** The components that may be absent when all others are always there; {@value #EVERYTHING} for no such list. */
    String[] allBut() default EVERYTHING;

    /** That any component may be absent. */
    String EVERYTHING = "*";
}

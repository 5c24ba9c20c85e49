package io.strata.mcp;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an argument of a tool to whoever calls it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface About {

    /** What it is. */
    String value();

    /** Whether the tool cannot be called without it. */
    boolean required() default false;
}

package io.strata.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test is a client of the Strata that runs for the whole build: the EAR as it was built, in the configured server,
 * over the real stores. Its constructor and methods may ask for a {@link World}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RunningStrata.class)
public @interface AgainstStrata {}

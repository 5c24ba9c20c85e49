/**
 * Starts the embedded stores and the server, watches them and stops them again.
 *
 * <p>{@link io.strata.launcher.Launcher} is the run command, {@link io.strata.launcher.Strata} the running whole and
 * {@link io.strata.launcher.TestStrata} a throw-away one for tests. Each store is a process of its own, spoken to over
 * its wire protocol like the ones of a production installation. What the processes keep is below one
 * {@link io.strata.launcher.DataDirectory}.
 */
package io.strata.launcher;

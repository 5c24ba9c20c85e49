/**
 * The crash tests: clients write to a durable Strata and keep their own record of what was acknowledged, while the server
 * and its stores are killed, cut off and starved of disk; afterwards every record is compared with every store and every
 * effect.
 *
 * <p>{@link io.strata.crash.CrashRun} is the long run ({@code mvn -Pcrash}), {@link io.strata.crash.CrashIT} a short one
 * for every build. Both tell {@link io.strata.crash.Rounds} what to do; a round is a fresh project, load, faults, recovery
 * and comparison. {@link io.strata.crash.Step} names the steps of a commit between which something can be killed.
 */
package io.strata.crash;

/**
 * The benchmark: what the stores can do alone, what Strata makes of it, and what it costs in memory. {@code mvn -Pbench}
 * runs it against a durable, throw-away Strata.
 */
package io.strata.benchmark;

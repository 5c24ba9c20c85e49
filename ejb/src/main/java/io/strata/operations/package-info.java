/**
 * How the installation is doing: the health of every {@link io.strata.settings.Dependency}, what there is in the
 * stores, what waits in the queues. It owns no data, reads what the other features keep and changes nothing.
 *
 * <p>The way in: {@link io.strata.operations.Health} for machines, {@link io.strata.operations.Overview} for the first
 * screen of the administration, {@link io.strata.operations.Queues} for both and for the metrics.
 */
package io.strata.operations;

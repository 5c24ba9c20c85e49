/**
 * The health of the installation for machines ({@code /health}, MicroProfile Health), the first screen of the
 * administration, the description of the API and the metrics. What they show is gathered by the feature of the same
 * name among the services.
 */
package io.strata.operations;

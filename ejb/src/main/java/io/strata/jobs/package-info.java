/**
 * Watching and steering Jakarta Batch jobs. The truth is in the server's job repository, so that executions outlive a
 * restart; the way in is {@link io.strata.jobs.JobService}. What the jobs do is in their own features.
 */
package io.strata.jobs;

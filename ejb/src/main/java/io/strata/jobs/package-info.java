/**
 * Watching and steering Jakarta Batch jobs; the way in is {@link io.strata.jobs.JobService}. The server's repository
 * knows what runs now, the table {@code job_record} in PostgreSQL what has run, across restarts. What the jobs do is
 * in their own features.
 */
package io.strata.jobs;

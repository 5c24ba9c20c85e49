/** Jobs and their executions over HTTP, for operators. */
package io.strata.jobs;

/** The verification of the audit chain as a job. */
package io.strata.audit;

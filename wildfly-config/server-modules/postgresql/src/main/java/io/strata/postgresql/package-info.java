/**
 * The XA side of the PostgreSQL driver as transactions need it: a database that goes away in the second phase of a
 * commit is a reason to try again, not an outcome.
 */
package io.strata.postgresql;

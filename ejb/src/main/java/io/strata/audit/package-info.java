/**
 * Who did what to which thing, with the state before and after. Entries are written in the transaction of the change
 * they describe, and the server's database role can neither change nor remove them.
 */
package io.strata.audit;

/**
 * Local accounts: who exists, how they prove it, and how long that lasts. The truth is in PostgreSQL. The way in is
 * {@link io.strata.accounts.SignInService}; what an actor may do is {@code access}'s.
 */
package io.strata.accounts;

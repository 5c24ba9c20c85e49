/**
 * Local accounts: who exists, how they prove it, and how long that lasts. The truth is in PostgreSQL: {@code actor},
 * {@code sign_in} with its access and refresh tokens, {@code second_factor} with its recovery codes, {@code password_reset},
 * and {@code throttle}, which counts failures.
 *
 * <p>Ways in: {@link io.strata.accounts.SignInService} to prove who one is; {@link io.strata.accounts.AccountService},
 * {@link io.strata.accounts.PasswordService}, {@link io.strata.accounts.SecondFactorService} and
 * {@link io.strata.accounts.SignIns} for one's own account; {@link io.strata.accounts.PeopleService} for administrators.
 * What an actor may do is {@code access}'s.
 */
package io.strata.accounts;

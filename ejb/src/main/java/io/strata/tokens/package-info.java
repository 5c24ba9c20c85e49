/**
 * API tokens: what agents and people's own scripts call with. A token has a name, an end, and limits: what it may be used
 * for, where it reaches, and how many changes may be made with it in a day. It never allows more than its actor may do.
 * The truth is in PostgreSQL: {@code api_token} (the hash only), {@code api_token_place} and {@code api_token_day}.
 *
 * <p>Ways in: {@link io.strata.tokens.TokenService} to make and revoke them, {@link io.strata.tokens.TokenRecognition} to
 * find out whose one is. The limits themselves are enforced by {@code access}: {@link io.strata.access.Policy} and row-level
 * security ask {@code token_visibility}, {@link io.strata.access.Gate} knows the actions, and
 * {@link io.strata.access.ChangeBudget} counts.
 */
package io.strata.tokens;

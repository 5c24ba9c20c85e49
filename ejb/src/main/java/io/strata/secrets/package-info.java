/**
 * Secrets that have to be kept readable, encrypted at rest: of webhooks, second factors, mails on their way. The way in is
 * {@link io.strata.secrets.SecretSeal}. Passwords and tokens are not here: they are kept as hashes, by {@code accounts}.
 */
package io.strata.secrets;

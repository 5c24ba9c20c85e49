/**
 * Secrets that have to be kept readable, encrypted at rest: of webhooks, second factors, mails on their way. The way in is
 * {@link io.strata.secrets.SecretSeal}. And secrets that we make and keep as hashes only: {@link io.strata.secrets.SecretToken},
 * whose rows are {@code accounts}' and {@code tokens}'. Passwords are not here.
 */
package io.strata.secrets;

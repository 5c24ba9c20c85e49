package io.strata.accounts;

/**
 * A second factor that counts as soon as a code of it has been entered. Shown once.
 *
 * @param secret in base32, for typing into an authenticator
 * @param uri the same as an {@code otpauth} address, for a QR code
 */
public record SecondFactorOffer(String secret, String uri) {}

package io.strata.accounts;

import io.strata.common.RequiredFields;

/**
 * A second factor that counts as soon as a code of it has been entered. Shown once.
 *
 * @param secret in base32, for typing into an authenticator
 * @param uri the same as an {@code otpauth} address, for a QR code
 */
@RequiredFields(allBut = {})
public record SecondFactorOffer(String secret, String uri) {}

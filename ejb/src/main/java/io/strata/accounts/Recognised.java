package io.strata.accounts;

import io.strata.access.Caller;
import java.util.UUID;

/**
 * Who a token belongs to.
 *
 * @param signInId the sign-in that the token proves; {@code null} for an API token, which proves none
 */
public record Recognised(Caller caller, UUID signInId) {}

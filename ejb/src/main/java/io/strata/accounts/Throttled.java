package io.strata.accounts;

import io.strata.secrets.SecretToken;

/** An account or a network whose failures are counted. Its name is kept as a hash only: people mistype secrets into it. */
record Throttled(ThrottleRule rule, String subject) {

    byte[] hash() {
        return SecretToken.hash(rule.name() + ":" + subject);
    }
}

package io.strata.accounts;

import java.util.List;

/**
 * Codes that sign in once each in place of the second factor. Shown once.
 *
 * @param recoveryCodes to be kept somewhere safe
 */
public record RecoveryCodes(List<String> recoveryCodes) {

    public RecoveryCodes {
        recoveryCodes = List.copyOf(recoveryCodes);
    }
}

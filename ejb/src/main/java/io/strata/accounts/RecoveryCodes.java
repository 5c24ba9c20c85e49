package io.strata.accounts;

import io.strata.common.RequiredFields;
import java.util.List;

/**
 * Codes that sign in once each in place of the second factor. Shown once.
 *
 * @param recoveryCodes to be kept somewhere safe
 */
@RequiredFields(allBut = {})
public record RecoveryCodes(List<String> recoveryCodes) {

    public RecoveryCodes {
        recoveryCodes = List.copyOf(recoveryCodes);
    }
}

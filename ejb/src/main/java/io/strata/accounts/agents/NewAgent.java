package io.strata.accounts.agents;

import io.strata.common.RequiredFields;

/**
 * An agent to be made.
 *
 * @param description what it is for; may be absent
 * @param ownerHandle who answers for it; whoever makes it when absent
 */
@RequiredFields({"handle", "displayName"})
public record NewAgent(String handle, String displayName, String description, String ownerHandle) {}

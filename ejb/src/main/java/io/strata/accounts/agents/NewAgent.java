package io.strata.accounts.agents;

/**
 * An agent to be made.
 *
 * @param description what it is for; may be absent
 * @param ownerHandle who answers for it; whoever makes it when absent
 */
public record NewAgent(String handle, String displayName, String description, String ownerHandle) {}

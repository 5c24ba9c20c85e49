package io.strata.accounts.agents;

/** What to change about an agent; what is {@code null} stays. */
public record AgentChange(String displayName, String description, String ownerHandle) {}

/**
 * Agents as actors: programs that work beside people, under their own name. Each belongs to a workspace, whose
 * administrators look after it, and has a person who answers for it. Agents have no password; they call with tokens
 * ({@code io.strata.tokens}). The truth is in PostgreSQL: {@code actor} and {@code agent}. The way in is
 * {@link io.strata.accounts.agents.AgentService}.
 */
package io.strata.accounts.agents;

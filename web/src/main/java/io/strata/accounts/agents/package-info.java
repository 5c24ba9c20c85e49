/** Agents as actors over HTTP. Their screen is with that of their tokens. */
package io.strata.accounts.agents;

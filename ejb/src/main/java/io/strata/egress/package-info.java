/**
 * The one door through which the server calls addresses that people typed in: webhooks today, crawlers later. It keeps
 * such calls away from the server's own network (server-side request forgery): a name is resolved once, every address
 * is checked, and the connection goes to a checked address. The way in is {@link io.strata.egress.EgressClient}. It
 * stores nothing.
 */
package io.strata.egress;

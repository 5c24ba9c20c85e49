/** Webhooks and their deliveries over HTTP. */
package io.strata.webhooks;

/**
 * Tells other systems what happens in a project, following the Standard Webhooks specification
 * (https://www.standardwebhooks.com): signed messages, tried again with growing pauses, kept and resent on request.
 *
 * <p>Truth: PostgreSQL ({@code webhook}, {@code webhook_delivery}); the queue only says which delivery is due. Ways in:
 * {@link io.strata.webhooks.WebhookService} and {@link io.strata.webhooks.DeliveryService} for people,
 * {@link io.strata.webhooks.FanOut} for events. Where a call may go is decided in {@code io.strata.egress}.
 */
package io.strata.webhooks;

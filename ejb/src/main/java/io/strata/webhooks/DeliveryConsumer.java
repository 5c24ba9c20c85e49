package io.strata.webhooks;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.egress.EgressClient;
import io.strata.egress.EgressRefusedException;
import io.strata.egress.EgressResponse;
import io.strata.transaction.EarlyMessageException;
import io.strata.transaction.StoreFailure;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes the calls. The call itself runs in no transaction; what became of it is noted in one of its own before the
 * message is acknowledged, so a crash in between repeats the call and never loses it: receivers recognise the repetition
 * by its {@code webhook-id}.
 *
 * <p>An attempt that fails because of the receiver comes back after a growing pause. One that fails because a store of our
 * own is away, or has not settled what the message speaks of, does not count: it comes back soon, so that nobody waits for a webhook longer after an outage than before.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/WebhookDelivery"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryConsumer implements MessageListener {

    private static final int GONE = 410;

    @Inject
    DeliveryLedger ledger;

    @Inject
    DeliveryQueue queue;

    @Inject
    EgressClient egress;

    @Override
    public void onMessage(Message message) {
        try {
            UUID deliveryId = UUID.fromString(message.getBody(String.class));
            int attempt = DeliveryQueue.attemptsBefore(message) + message.getIntProperty("JMSXDeliveryCount");
            CurrentCaller.runAs(Caller.system(), () -> attempt(deliveryId, attempt));
        } catch (JMSException e) {
            throw new IllegalStateException("a delivery message that cannot be read", e);
        }
    }

    private void attempt(UUID deliveryId, int attempt) {
        try {
            ledger.begin(deliveryId).ifPresent(call -> deliver(deliveryId, call, attempt));
        } catch (DeliveryFailedException receiver) {
            throw receiver;
        } catch (RuntimeException failure) {
            boolean ours = failure instanceof EarlyMessageException
                    || StoreFailure.classify(failure).isPresent();
            if (!ours) {
                throw failure;
            }
            queue.soon(deliveryId, attempt - 1);
        }
    }

    private void deliver(UUID deliveryId, DeliveryLedger.Attempt call, int attempt) {
        Instant start = Instant.now();
        try {
            EgressResponse response = egress.post(call.destination(), call.headers(start), call.body());
            Duration duration = Duration.between(start, Instant.now());
            int code = response.status();
            if (code >= 200 && code < 300) {
                ledger.delivered(deliveryId, code, duration);
            } else if (code == GONE) {
                ledger.gone(deliveryId, code, duration);
            } else {
                fail(deliveryId, code, "Answered " + code + ": " + response.excerpt(), duration, attempt);
            }
        } catch (EgressRefusedException e) {
            ledger.failed(deliveryId, null, e.getMessage(), Duration.between(start, Instant.now()), null);
            ledger.dead(deliveryId);
        } catch (IOException e) {
            fail(deliveryId, null, e.toString(), Duration.between(start, Instant.now()), attempt);
        }
    }

    private void fail(UUID deliveryId, Integer code, String cause, Duration duration, int attempt) {
        Instant next = Instant.now().plus(RedeliveryPause.after(attempt));
        ledger.failed(deliveryId, code, cause, duration, next);
        throw new DeliveryFailedException("Webhook delivery " + deliveryId + " failed: " + cause);
    }
}

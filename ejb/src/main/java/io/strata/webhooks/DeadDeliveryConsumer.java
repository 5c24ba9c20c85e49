package io.strata.webhooks;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;

/**
 * Notes deliveries that the broker has given up, so that the broker's settings alone decide how many attempts there
 * are. The delivery's row is the dead letter that people see and send again.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/WebhookDeliveryDead"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class DeadDeliveryConsumer implements MessageListener {

    @Inject
    DeliveryLedger ledger;

    @Override
    public void onMessage(Message message) {
        try {
            UUID deliveryId = UUID.fromString(message.getBody(String.class));
            CurrentCaller.runAs(Caller.system(), () -> ledger.dead(deliveryId));
        } catch (JMSException e) {
            throw new IllegalStateException("a dead delivery message that cannot be read", e);
        }
    }
}

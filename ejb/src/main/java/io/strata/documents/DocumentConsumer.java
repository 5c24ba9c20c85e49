package io.strata.documents;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;

/**
 * Processes documents in their turn. A message is acknowledged when its document is finished; a crash before that brings
 * the message back, and so does a store that is away.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:/jms/queue/DocumentClassification"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentConsumer implements MessageListener {

    @Inject
    DocumentProcessing processing;

    @Override
    public void onMessage(Message message) {
        try {
            UUID id = UUID.fromString(message.getBody(String.class));
            CurrentCaller.runAs(Caller.system(), () -> processing.process(id));
        } catch (JMSException e) {
            throw new IllegalStateException("a document message that cannot be read", e);
        }
    }
}

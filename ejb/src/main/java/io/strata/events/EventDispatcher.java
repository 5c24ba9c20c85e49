package io.strata.events;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.common.Json;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;

/** Hands committed events to the listeners, in the transaction that takes their message from the queue. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/Events"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
public class EventDispatcher implements MessageListener {

    private static final java.lang.reflect.Type EVENTS = new java.util.ArrayList<DomainEvent>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Inject
    @Any
    Instance<EventListener> listeners;

    @Override
    public void onMessage(Message message) {
        List<DomainEvent> events = read(message);
        CurrentCaller.runAs(
                Caller.system(), () -> events.forEach(event -> listeners.forEach(listener -> listener.on(event))));
    }

    private static List<DomainEvent> read(Message message) {
        try {
            return Json.read(message.getBody(String.class), EVENTS);
        } catch (JMSException e) {
            throw new IllegalStateException("an event message that cannot be read", e);
        }
    }
}

package io.strata.operations;

import io.strata.settings.Dependency;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;

/** The message broker: it lets us look into a queue. */
@ApplicationScoped
class MessagingDependency implements Dependency {

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/EventsDead")
    Queue queue;

    @Override
    public String name() {
        return "messaging";
    }

    @Override
    public void check() throws JMSException {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(queue)) {
            browser.getEnumeration().hasMoreElements();
        }
    }
}

package io.strata.operations;

import io.strata.access.Action;
import io.strata.access.Open;
import io.strata.access.Requires;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The depth of the queues, as the server's own management tells it. */
@ApplicationScoped
public class Queues {

    /** The queues of Strata; each has a dead-letter queue of the same name with {@code Dead} behind it. */
    public static final List<String> NAMES = List.of("DocumentClassification", "Events", "WebhookDelivery", "Mail");

    private static final String ADDRESS = "jboss.as:subsystem=messaging-activemq,server=default,jms-queue=";

    /** What every queue holds; empty when the broker is not the server's own. */
    @Requires(Action.SYSTEM_READ)
    public List<QueueDepth> depths() {
        return NAMES.stream().filter(Queues::exists).map(Queues::depth).toList();
    }

    /** How many messages one queue holds, a dead-letter queue included; {@code NaN} when that is not known. */
    @Open("a number without content, for the metrics")
    public double waiting(String queue) {
        return exists(queue) ? attribute(queue, "messageCount") : Double.NaN;
    }

    private static QueueDepth depth(String queue) {
        String dead = queue + "Dead";
        return new QueueDepth(
                queue,
                attribute(queue, "messageCount"),
                exists(dead) ? attribute(dead, "messageCount") : 0,
                attribute(queue, "consumerCount"));
    }

    private static boolean exists(String queue) {
        return server().isRegistered(name(queue));
    }

    private static long attribute(String queue, String attribute) {
        try {
            return ((Number) server().getAttribute(name(queue), attribute)).longValue();
        } catch (InstanceNotFoundException e) {
            return 0;
        } catch (JMException e) {
            throw new IllegalStateException("the server does not tell the depth of queue " + queue, e);
        }
    }

    private static ObjectName name(String queue) {
        try {
            return new ObjectName(ADDRESS + queue);
        } catch (JMException e) {
            throw new IllegalArgumentException(queue, e);
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}

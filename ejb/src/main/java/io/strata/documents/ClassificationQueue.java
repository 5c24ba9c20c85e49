package io.strata.documents;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Puts documents in line for processing, in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ClassificationQueue {

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/DocumentClassification")
    Queue queue;

    void add(List<UUID> documents) {
        try (JMSContext jms = connections.createContext()) {
            documents.forEach(id -> jms.createProducer().send(queue, id.toString()));
        }
    }
}

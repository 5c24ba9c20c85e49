package io.strata.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;

/** The transaction of a {@link WholeRequest}. */
@ApplicationScoped
class RequestTransaction {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Transactional(rollbackOn = Exception.class)
    <T> T run(Callable<T> request) throws Exception {
        return request.call();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void settle() {
        entities.flush();
        entities.clear();
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    <T> T outside(Callable<T> question) throws Exception {
        return question.call();
    }
}

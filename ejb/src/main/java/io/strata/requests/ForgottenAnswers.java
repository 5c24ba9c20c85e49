package io.strata.requests;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Removes answers that are kept no longer; nothing depends on when. */
@Singleton
@DependsOn("Startup") // the table it cleans is made there
public class ForgottenAnswers {

    private static final String FORGET =
            "delete from repeatable_request where answered_at < now() - interval '24 hours'";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Schedule(hour = "*", minute = "17", persistent = false)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    void forget() {
        CurrentCaller.runAs(
                Caller.system(), () -> entities.createNativeQuery(FORGET).executeUpdate());
    }
}

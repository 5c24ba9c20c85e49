package io.strata.accounts;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Removes what has lost its meaning with time; nothing depends on when. */
@Singleton
@DependsOn("Startup") // the tables it cleans are made there
public class ExpiredCredentials {

    private static final List<String> REMOVE = List.of(
            "delete from sign_in where ends_at < now()",
            "delete from access_token where expires_at < now()",
            "delete from password_reset where expires_at < now()",
            "delete from second_factor where confirmed_at is null and created_at < now() - interval '1 day'",
            "delete from throttle where last_failure_at < now() - interval '1 day' and blocked_until < now()");

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Schedule(hour = "*", minute = "41", persistent = false)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    void remove() {
        REMOVE.forEach(statement -> entities.createNativeQuery(statement).executeUpdate());
    }
}

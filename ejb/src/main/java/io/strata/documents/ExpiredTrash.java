package io.strata.documents;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/** Empties the trash of what nobody has restored in time. Servers need not agree: none takes what another one works on. */
@Singleton
@DependsOn("Startup") // the tables it reads are made there
public class ExpiredTrash {

    private static final int AT_ONCE = 100;

    @Inject
    DocumentRemoval removal;

    @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void empty() {
        CurrentCaller.runAs(Caller.system(), this::removeAll);
    }

    private void removeAll() {
        Instant before = Instant.now().minus(DocumentTrash.KEPT);
        int removed = removal.removeExpired(before, AT_ONCE);
        while (removed > 0) {
            removed = removal.removeExpired(before, AT_ONCE);
        }
    }
}

package io.strata.access;

import io.strata.common.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Counts the changes that are made with a token, if it has a number of changes for a day (UTC). A change is what has an
 * entry in the audit log, so each item of a bulk change is one.
 *
 * <p>The count is raised in the transaction of the change, as the last thing before it commits: it is exact, a change
 * that is rolled back costs nothing, and two changes wait for each other for no longer than a commit. A transaction that
 * would go beyond the number is begun again ({@code RetryLostRaces}) and then refused.
 */
@ApplicationScoped
public class ChangeBudget {

    private static final Object SPENDING = new Object();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    ChangeCounts counts;

    /**
     * Counts one change of the caller in the transaction that makes it.
     *
     * @throws ProblemException budget exhausted, when the token has made all its changes of the day
     */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void spend() {
        PresentedToken token = CurrentCaller.require().token();
        if (token != null && token.dailyChanges() != null) {
            spending(token).add();
        }
    }

    private Spending spending(PresentedToken token) {
        Spending spending = (Spending) transaction.getResource(SPENDING);
        if (spending == null) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            spending = new Spending(token, today, counts.made(token.id(), today));
            transaction.putResource(SPENDING, spending);
            transaction.registerInterposedSynchronization(spending);
        }
        return spending;
    }

    private static ProblemException usedUp(PresentedToken token, LocalDate day) {
        Instant renewal = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return ProblemException.budgetExhausted(
                Duration.between(Instant.now(), renewal),
                "The token \"%s\" has made its %d changes of today. It may make the next ones from %s on."
                        .formatted(token.name(), token.dailyChanges(), renewal));
    }

    private final class Spending implements Synchronization {

        private final PresentedToken token;
        private final LocalDate day;
        private final int before;
        private int made;

        private Spending(PresentedToken token, LocalDate day, int before) {
            this.token = token;
            this.day = day;
            this.before = before;
        }

        void add() {
            made++;
            if (before + made > token.dailyChanges()) {
                throw usedUp(token, day);
            }
        }

        @Override
        public void beforeCompletion() {
            counts.add(token.id(), day, made);
        }

        @Override
        public void afterCompletion(int status) {
            // nothing to release: the count is part of the transaction
        }
    }
}

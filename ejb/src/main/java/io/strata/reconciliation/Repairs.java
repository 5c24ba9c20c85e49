package io.strata.reconciliation;

import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import io.strata.reconciliation.disagreements.Change;
import io.strata.reconciliation.disagreements.Disagreement;
import io.strata.reconciliation.disagreements.RepairAction;
import io.strata.reconciliation.disagreements.Sides;
import io.strata.reconciliation.disagreements.Step;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Repairs findings, each in a transaction of its own over all the stores it touches. */
@ApplicationScoped
class Repairs {

    private static final Logger LOG = Logger.getLogger(Repairs.class.getName());

    /** How an attempt ended. */
    enum Result {
        DONE,
        GONE,
        CHANGED
    }

    @Inject
    Disagreements kinds;

    @Inject
    Confirmation confirmation;

    @Inject
    Findings findings;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** What a repair would do now; nothing is changed. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Preview preview(UUID id, RepairAction action) {
        Finding finding = findings.find(id);
        Disagreement kind = kinds.named(finding.kind());
        Sides sides = kind.examine(List.of(finding.subject())).get(finding.subject());
        if (finding.over() || sides == null) {
            return preview(finding, action, null, true, null, List.of());
        }
        try {
            List<Change> changes = changes(steps(kind, action, finding.subject(), sides));
            return preview(finding, action, sides.fingerprint(), false, null, changes);
        } catch (ProblemException obstacle) {
            return preview(finding, action, sides.fingerprint(), false, obstacle.getMessage(), List.of());
        }
    }

    private static Preview preview(
            Finding finding, RepairAction action, String state, boolean gone, String obstacle, List<Change> changes) {
        return new Preview(finding.id(), finding.kind(), finding.subject(), action, state, gone, obstacle, changes);
    }

    /**
     * Repairs a finding, once both sides have been read again and are what somebody has seen. A finding that is gone is
     * resolved instead; one whose sides have changed keeps the new ones and is not repaired.
     *
     * @param state what was seen; {@code null} means what the finding shows
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Result attempt(UUID id, RepairAction action, String state) {
        Finding finding = findings.locked(id);
        Disagreement kind = kinds.named(finding.kind());
        if (finding.over()) {
            return Result.GONE;
        }
        if (action != RepairAction.IGNORE) {
            kind.lock(finding.subject());
        }
        Sides sides = confirmation.confirm(kind, List.of(finding.subject())).get(finding.subject());
        if (sides == null) {
            findings.resolve(finding);
            return Result.GONE;
        }
        if (!sides.fingerprint().equals(state == null ? finding.fingerprint() : state)) {
            finding.seen(sides, 0).ifPresent(event -> findings.remember(finding, event, null, List.of()));
            return Result.CHANGED;
        }
        finding.seen(sides, 0);
        List<Step> steps = steps(kind, action, finding.subject(), sides);
        if (action == RepairAction.IGNORE) {
            finding.ignore();
        } else {
            execute(kind, finding, steps);
        }
        record(finding, action, sides, changes(steps));
        return Result.DONE;
    }

    private void execute(Disagreement kind, Finding finding, List<Step> steps) {
        steps.stream()
                .filter(step -> !step.afterCommit())
                .forEach(step -> step.work().run());
        findings.flush();
        boolean whole = steps.stream().noneMatch(Step::afterCommit);
        if (whole && !kind.examine(List.of(finding.subject())).isEmpty()) {
            throw new IllegalStateException("the repair of " + finding.kind() + " " + finding.subject()
                    + " would not have mended it; nothing was changed");
        }
        if (!whole) {
            transaction.registerInterposedSynchronization(new AfterCommit(steps));
        }
        finding.repaired();
    }

    private void record(Finding finding, RepairAction action, Sides sides, List<Change> changes) {
        boolean ignored = action == RepairAction.IGNORE;
        findings.remember(finding, ignored ? FindingEvent.IGNORED : FindingEvent.REPAIRED, action, changes);
        Map<String, Object> before = new HashMap<>();
        before.put("kind", finding.kind());
        before.put("subject", finding.subject());
        before.put("truth", json(sides.truth()));
        before.put("other", json(sides.other()));
        before.values().removeIf(java.util.Objects::isNull);
        Map<String, Object> after = Map.of("action", action, "changes", changes);
        String what = ignored ? "finding.ignored" : "finding.repaired";
        audit.record(what, "finding", finding.id(), null, before, after);
        events.publish(DomainEvent.now(
                what,
                null,
                null,
                finding.id(),
                Map.of("kind", finding.kind(), "subject", finding.subject(), "action", action)));
    }

    private static Map<?, ?> json(String state) {
        return state == null ? null : io.strata.common.Json.read(state, Map.class);
    }

    private static List<Step> steps(Disagreement kind, RepairAction action, String subject, Sides sides) {
        return action == RepairAction.IGNORE ? List.of() : kind.plan(action, subject, sides);
    }

    private static List<Change> changes(List<Step> steps) {
        return steps.stream().map(Step::change).toList();
    }

    /** Does what a store without transactions has to do; left undone, the next pass finds it again. */
    private record AfterCommit(List<Step> steps) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // everything before the commit was done by the repair itself
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
                return;
            }
            steps.stream().filter(Step::afterCommit).forEach(step -> {
                try {
                    step.work().run();
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "Left for the next reconciliation: " + step.change(), e);
                }
            });
        }
    }
}

package io.strata.reconciliation;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.reconciliation.Repairs.Result;
import io.strata.reconciliation.disagreements.RepairAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Repairs what reconciliation has found, on behalf of a person who has seen what would be done. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class RepairService {

    private static final int MAXIMUM = 200;

    @Inject
    Repairs repairs;

    @Inject
    FindingService findings;

    /** What a repair would do now. */
    @Requires(Action.SYSTEM_READ)
    public Preview preview(UUID id, RepairAction action) {
        new Validation().present("action", action).done();
        return repairs.preview(id, action);
    }

    /** What a repair of several findings would do now, in their order. */
    @Requires(Action.SYSTEM_READ)
    public List<Preview> preview(BulkRepair request) {
        validate(request);
        return request.findings().stream()
                .map(choice -> repairs.preview(choice.id(), request.action()))
                .toList();
    }

    /**
     * Repairs a finding in one transaction over the stores it touches, or resolves it when it is gone.
     *
     * @throws ProblemException conflict, when its sides have changed since they were shown, or the repair is not possible
     */
    @Requires(Action.SYSTEM_OPERATE)
    public FindingView repair(UUID id, RepairRequest request) {
        new Validation().present("action", request.action()).done();
        if (repairs.attempt(id, request.action(), request.state()) == Result.CHANGED) {
            throw ProblemException.conflict("The finding has changed since it was shown. Look at it again.");
        }
        return findings.get(id);
    }

    /** Repairs several findings, each in a transaction of its own; what happens to one does not touch another. */
    @Requires(Action.SYSTEM_OPERATE)
    public List<RepairOutcome> repair(BulkRepair request) {
        validate(request);
        return request.findings().stream()
                .map(choice -> repairOne(choice, request.action()))
                .toList();
    }

    private RepairOutcome repairOne(BulkRepair.Choice choice, RepairAction action) {
        try {
            FindingView after = repair(choice.id(), new RepairRequest(action, choice.state()));
            return new RepairOutcome(choice.id(), after.status(), null);
        } catch (ProblemException refusal) {
            return new RepairOutcome(choice.id(), "refused", refusal.getMessage());
        }
    }

    private static void validate(BulkRepair request) {
        Validation validation =
                new Validation().present("action", request.action()).present("findings", request.findings());
        validation.done();
        if (request.findings().isEmpty() || request.findings().size() > MAXIMUM) {
            validation.problem("findings", "must be between 1 and " + MAXIMUM);
        }
        if (request.findings().stream().anyMatch(choice -> choice == null || choice.id() == null)) {
            validation.problem("findings", "need an id each");
        }
        validation.done();
    }
}

package io.strata.approvals;

import io.strata.access.ApprovalDesk;
import io.strata.access.ApprovalRequired;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets people through, and keeps what agents may only do with a person's approval. */
@ApplicationScoped
public class AgentsDesk implements ApprovalDesk {

    @Inject
    Operations operations;

    @Inject
    Requests requests;

    @Override
    @Open("comes before a service method that asks for permission itself")
    public void admit(String operation, Object[] arguments) {
        if (Performing.isNow() || !CurrentCaller.require().agent()) {
            return;
        }
        operations.named(operation).propose(arguments).ifPresent(proposal -> {
            ApprovalView request = requests.file(operation, proposal);
            throw new ApprovalRequired(request.id(), request);
        });
    }
}

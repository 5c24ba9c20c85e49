package io.strata.approvals;

import io.strata.access.ApprovalDesk;
import io.strata.access.ApprovalRequired;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.accounts.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lets people through, and keeps what agents may only do with a person's approval. */
@ApplicationScoped
public class AgentsDesk implements ApprovalDesk {

    @Inject
    Callers callers;

    @Inject
    Operations operations;

    @Inject
    Requests requests;

    @Override
    @Open("comes before a service method that asks for permission itself")
    public void admit(String operation, Object[] arguments) {
        UUID caller = CurrentCaller.require().actorId();
        if (Performing.isNow() || !callers.isAgent(caller)) {
            return;
        }
        operations.named(operation).propose(arguments).ifPresent(proposal -> {
            ApprovalView request = requests.file(operation, proposal);
            throw new ApprovalRequired(request.id(), request);
        });
    }
}

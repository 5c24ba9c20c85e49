package io.strata.approvals;

import io.strata.access.Caller;
import io.strata.accounts.Callers;
import io.strata.tokens.TokenRecognition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The agents behind requests, as those on whose behalf the calls are made later. */
@ApplicationScoped
class Requesters {

    @Inject
    Callers callers;

    @Inject
    TokenRecognition tokens;

    /** Who has asked, within the limits of the token that they had; empty when they or the token have ended. */
    Optional<Caller> of(ApprovalRequest request) {
        return request.tokenId() == null ? callers.active(request.requestedBy()) : tokens.stillValid(request.tokenId());
    }
}

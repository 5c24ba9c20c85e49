package io.strata.access;

import java.util.UUID;

/** A call was not made but kept, until a person approves it. Nothing was changed. */
public class ApprovalRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID requestId;
    private final transient Object request;

    /**
     * A call that was kept.
     *
     * @param request how its caller sees the request for approval
     */
    public ApprovalRequired(UUID requestId, Object request) {
        super("A person has to approve this first.");
        this.requestId = requestId;
        this.request = request;
    }

    /** Finds the request later on. */
    public UUID requestId() {
        return requestId;
    }

    /** The request as its caller sees it. */
    public Object request() {
        return request;
    }
}

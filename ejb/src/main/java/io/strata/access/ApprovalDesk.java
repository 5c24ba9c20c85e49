package io.strata.access;

/** Lets destructive calls through, or keeps them until a person has approved. */
public interface ApprovalDesk {

    /**
     * Looks at a call that is about to be made.
     *
     * @param operation its name, as {@link Destructive} says it
     * @throws ApprovalRequired when it was kept
     * @throws io.strata.common.ProblemException when it would be refused anyway
     */
    void admit(String operation, Object[] arguments);
}

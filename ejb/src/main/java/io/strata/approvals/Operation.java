package io.strata.approvals;

import io.strata.common.ProblemException;
import java.util.Optional;

/** A destructive call that can be kept, looked at and made later. There is one for each name in the services. */
interface Operation {

    /** What {@link io.strata.access.Destructive} calls it. */
    String name();

    /**
     * What the call would do if the present caller made it now; empty when it may be made at once.
     *
     * @throws ProblemException when it would be refused
     */
    Optional<Proposal> propose(Object[] arguments);

    /** The arguments of a call out of the form in which they were stored. */
    Object[] read(String arguments);

    /**
     * Makes the call on behalf of the present caller.
     *
     * @return what it answers; {@code null} when it answers nothing
     */
    Object perform(Object[] arguments);
}

package io.strata.graph;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the search of an installation that had none what is in the graph. Does nothing where that is done. */
@ApplicationScoped
public class SearchBacklog {

    @Inject
    BacklogPages pages;

    /** Writes all that is missing; what an earlier attempt has written stays. */
    @Open("runs at start")
    public void catchUp() {
        CurrentCaller.runAs(Caller.system(), () -> {
            boolean more = pages.next();
            while (more) {
                more = pages.next();
            }
        });
    }
}

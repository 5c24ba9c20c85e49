package io.strata.realtime;

import io.strata.access.Caller;
import java.util.Optional;

/** How somebody who follows has proved who they are. It is asked again before each thing that is sent. */
@FunctionalInterface
public interface CallerProof {

    /** Who they are now; empty when the proof is good no more. */
    Optional<Caller> caller();
}

package io.strata.audit;

import java.util.List;

/** Keeps checkpoints outside of the database. */
public interface CheckpointKeeper {

    /** Keeps a checkpoint; the same one a second time changes nothing. */
    void keep(Checkpoint checkpoint);

    /** Checkpoints that are kept, in the order of their positions, behind a position. */
    List<Checkpoint> kept(long after, int limit);
}

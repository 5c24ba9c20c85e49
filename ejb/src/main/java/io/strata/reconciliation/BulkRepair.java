package io.strata.reconciliation;

import io.strata.reconciliation.disagreements.RepairAction;
import java.util.List;
import java.util.UUID;

/** The same repair for several findings. */
public record BulkRepair(RepairAction action, List<Choice> findings) {

    /**
     * One of them.
     *
     * @param state what the preview said; {@code null} means the sides that the finding shows
     */
    public record Choice(UUID id, String state) {}
}

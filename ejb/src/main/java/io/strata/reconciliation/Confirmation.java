package io.strata.reconciliation;

import io.strata.reconciliation.disagreements.Disagreement;
import io.strata.reconciliation.disagreements.Sides;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells disagreements from changes that are under way. A change becomes visible in the graph while PostgreSQL has it
 * prepared, and in PostgreSQL afterwards. So between two looks, each at PostgreSQL first, all prepared transactions are
 * waited for: what the first look saw of the graph has then reached PostgreSQL before the second. If PostgreSQL shows the
 * same both times, nothing was on its way, and the difference is real. A subject that changes between the looks is left
 * to the next pass.
 */
@ApplicationScoped
class Confirmation {

    @Inject
    Settlement settlement;

    /** The subjects that are affected beyond doubt, with their sides. */
    Map<String, Sides> confirm(Disagreement kind, Collection<String> subjects) {
        Map<String, Sides> first = kind.examine(subjects);
        if (first.isEmpty()) {
            return first;
        }
        settlement.await();
        Map<String, Sides> confirmed = new LinkedHashMap<>(kind.examine(first.keySet()));
        confirmed.entrySet().removeIf(entry -> !entry.getValue().equals(first.get(entry.getKey())));
        return confirmed;
    }
}

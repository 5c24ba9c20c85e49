package io.strata.reconciliation;

import io.strata.reconciliation.disagreements.Disagreement;
import io.strata.reconciliation.disagreements.Offer;
import io.strata.reconciliation.disagreements.Store;
import java.util.List;

/**
 * A way in which stores can disagree.
 *
 * @param truth the store that decides
 * @param other the store that disagrees
 * @param reason why the one decides
 * @param repairs what can be done, and why it is safe or what it costs
 * @param open how many findings of it are open
 */
public record KindView(String name, Store truth, Store other, String reason, List<Offer> repairs, long open) {

    static KindView of(Disagreement kind, long open) {
        return new KindView(kind.name(), kind.truth(), kind.other(), kind.reason(), kind.offers(), open);
    }
}

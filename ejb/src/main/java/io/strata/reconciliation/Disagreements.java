package io.strata.reconciliation;

import io.strata.common.ProblemException;
import io.strata.reconciliation.disagreements.Disagreement;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** All the kinds, by name. */
@ApplicationScoped
class Disagreements {

    @Inject
    @Any
    Instance<Disagreement> kinds;

    private final SortedMap<String, Disagreement> byName = new TreeMap<>();

    @PostConstruct
    void collect() {
        kinds.forEach(kind -> byName.put(kind.name(), kind));
    }

    Collection<Disagreement> all() {
        return byName.values();
    }

    /**
     * The kind of a name.
     *
     * @throws ProblemException validation, when there is none
     */
    Disagreement named(String name) {
        Disagreement kind = byName.get(name);
        if (kind == null) {
            throw ProblemException.validation("kind", "must be one of " + String.join(", ", byName.keySet()));
        }
        return kind;
    }
}

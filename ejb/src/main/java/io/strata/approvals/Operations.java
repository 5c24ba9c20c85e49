package io.strata.approvals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The operations by name. */
@ApplicationScoped
class Operations {

    @Inject
    @Any
    Instance<Operation> all;

    Operation named(String name) {
        return all.stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no operation " + name));
    }
}

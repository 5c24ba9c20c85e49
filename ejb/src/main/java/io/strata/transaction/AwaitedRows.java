package io.strata.transaction;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds what a message speaks of. A message is delivered when the broker has committed; the row of the same transaction
 * may still be prepared then, and as long as PostgreSQL has anything prepared, absence proves nothing.
 */
@ApplicationScoped
public class AwaitedRows {

    private static final String PREPARED =
            "select exists (select from pg_prepared_xacts where database = current_database())";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * A row; empty when it was removed and is not going to come.
     *
     * @param lookUp answers with {@code null} when it finds nothing; is asked twice at most
     * @throws EarlyMessageException when it may still come
     */
    @Open("asks what its caller gives it to ask")
    public <T> Optional<T> find(Supplier<T> lookUp) {
        T found = lookUp.get();
        if (found != null) {
            return Optional.of(found);
        }
        if ((Boolean) entities.createNativeQuery(PREPARED).getSingleResult()) {
            throw new EarlyMessageException();
        }
        // It may have been committed between the two questions; from now on it cannot be any more.
        return Optional.ofNullable(lookUp.get());
    }
}

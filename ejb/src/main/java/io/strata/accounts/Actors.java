package io.strata.accounts;

import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Finds people by what identifies them. */
@ApplicationScoped
class Actors {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** The person with an id. */
    Optional<Actor> find(UUID id) {
        return Optional.ofNullable(entities.find(Actor.class, id)).filter(Actor::isPerson);
    }

    /**
     * The person with an id.
     *
     * @throws ProblemException not found
     */
    Actor require(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("person"));
    }

    /** The person with a handle, however it is capitalised. */
    Optional<Actor> byHandle(String handle) {
        return entities.createQuery("select a from Actor a where a.handle = :handle and a.kind = 'user'", Actor.class)
                .setParameter("handle", Actor.normalised(handle))
                .getResultStream()
                .findFirst();
    }
}

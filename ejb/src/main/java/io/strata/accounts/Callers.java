package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Actors as those on whose behalf code runs, for services that act for somebody who is not there just now. */
@ApplicationScoped
public class Callers {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** An actor who may still act; empty when there is none, or they were deactivated. */
    @Open("a part of services that have asked for permission")
    public Optional<Caller> active(UUID actorId) {
        return Optional.ofNullable(entities.find(Actor.class, actorId))
                .filter(Actor::active)
                .map(Actor::asCaller);
    }
}

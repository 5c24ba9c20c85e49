package io.strata.accounts;

import io.strata.access.Open;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Finds people by what identifies them, and keeps actors. */
@ApplicationScoped
public class Actors {

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
    @Open("a store for other services, behind their permission checks")
    public Optional<Actor> byHandle(String handle) {
        return entities.createQuery("select a from Actor a where a.handle = :handle and a.kind = 'user'", Actor.class)
                .setParameter("handle", Actor.normalised(handle))
                .getResultStream()
                .findFirst();
    }

    /** The person with a mail address, however it is capitalised. */
    Optional<Actor> byEmail(String email) {
        return entities.createQuery(
                        "select a from Actor a where lower(a.email) = lower(:email) and a.kind = 'user'", Actor.class)
                .setParameter("email", email.strip())
                .getResultStream()
                .findFirst();
    }

    /** The person whom a text means, be it their handle or their mail address. */
    Optional<Actor> byHandleOrEmail(String text) {
        return text.contains("@") ? byEmail(text) : byHandle(text);
    }

    /**
     * Adds what is wrong with a handle that somebody has and an address that somebody else has.
     *
     * @param handle of a new account; {@code null} for one that keeps its own
     * @param except whose address it may be; {@code null} for a new account
     */
    @Open("tells those who make and change actors what is taken")
    public Validation requireFree(Validation validation, String handle, String email, UUID except) {
        if (handle != null && !handle.isBlank() && hasHandle(handle)) {
            validation.problem("handle", "is taken");
        }
        if (email != null && !email.isBlank() && isOther(byEmail(email), except)) {
            validation.problem("email", "belongs to another account");
        }
        return validation;
    }

    /**
     * Writes what has changed.
     *
     * @throws ProblemException conflict, when somebody else was given the same handle or address just now
     */
    @Open("part of a change whose service has been asked for permission")
    public void save(Actor actor) {
        try {
            entities.persist(actor);
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "Somebody else has just been given this handle or mail address.", e);
        }
    }

    /** Whether anybody, agents included, has a handle. */
    private boolean hasHandle(String handle) {
        return entities.createQuery("select count(a) from Actor a where a.handle = :handle", Long.class)
                        .setParameter("handle", Actor.normalised(handle))
                        .getSingleResult()
                > 0;
    }

    private static boolean isOther(Optional<Actor> found, UUID except) {
        return found.filter(actor -> !actor.id().equals(except)).isPresent();
    }
}

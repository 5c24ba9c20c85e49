package io.strata.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The keys of files that are to be removed, in PostgreSQL; a trigger puts them there. */
@ApplicationScoped
class DiscardedKeys {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** Some of them, the oldest first. */
    @Transactional
    public List<String> next(int limit) {
        List<?> keys = entities.createNativeQuery(
                        "select object_key from discarded_object order by discarded_at limit :limit")
                .setParameter("limit", limit)
                .getResultList();
        return keys.stream().map(String.class::cast).toList();
    }

    /** Notes that a file is removed. */
    @Transactional
    public void forget(String key) {
        entities.createNativeQuery("delete from discarded_object where object_key = :key")
                .setParameter("key", key)
                .executeUpdate();
    }
}

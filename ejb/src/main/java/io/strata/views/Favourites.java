package io.strata.views;

import io.strata.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which views the caller has put on top, in which order. */
@ApplicationScoped
class Favourites {

    private static final String LIST = """
            select f.view_id from saved_view_favourite f join saved_view v on v.id = f.view_id
            where f.actor_id = :actor order by f.place
            """;

    private static final String CLEAR = "delete from saved_view_favourite where actor_id = :actor";

    private static final String ADD = """
            insert into saved_view_favourite (actor_id, view_id, place) values (:actor, :view, :place)
            """;

    /** Two requests of one person take turns. */
    private static final String LOCK = "select cast(id as text) from actor where id = :actor for no key update";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** In their order; those that the caller does not see any more are left out. */
    @SuppressWarnings("unchecked")
    List<UUID> list() {
        return entities.createNativeQuery(LIST, UUID.class)
                .setParameter("actor", actor())
                .getResultList();
    }

    Set<UUID> all() {
        return new HashSet<>(list());
    }

    void set(List<UUID> views) {
        entities.createNativeQuery(LOCK).setParameter("actor", actor()).getResultList();
        entities.createNativeQuery(CLEAR).setParameter("actor", actor()).executeUpdate();
        for (int place = 0; place < views.size(); place++) {
            entities.createNativeQuery(ADD)
                    .setParameter("actor", actor())
                    .setParameter("view", views.get(place))
                    .setParameter("place", place)
                    .executeUpdate();
        }
    }

    private static UUID actor() {
        return CurrentCaller.require().actorId();
    }
}

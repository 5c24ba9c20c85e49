package io.strata.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** People as administrators see them. */
@ApplicationScoped
class People {

    private static final String SELECT = """
            select new io.strata.accounts.PersonView(a.id, a.handle, a.displayName, a.email, a.administrator, a.active,
                case when exists (select 1 from SecondFactor f where f.actorId = a.id and f.confirmedAt is not null)
                    then true else false end,
                (select max(s.lastUsedAt) from SignIn s where s.actorId = a.id), a.createdAt)
            from Actor a
            """;

    private static final String SEARCH = SELECT + """
            where a.kind = 'user' and a.handle > :after
              and (lower(a.handle) like :search escape '!' or lower(a.displayName) like :search escape '!'
                or lower(coalesce(a.email, '')) like :search escape '!')
            order by a.handle
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** People whose handle, name or address contains a text, by handle, after a handle. */
    List<PersonView> find(String search, String after, int limit) {
        String text = search == null ? "" : search.strip().toLowerCase(java.util.Locale.ROOT);
        return entities.createQuery(SEARCH, PersonView.class)
                .setParameter("after", after == null ? "" : after)
                .setParameter("search", "%" + text.replaceAll("([!%_])", "!$1") + "%")
                .setMaxResults(limit)
                .getResultList();
    }

    PersonView view(Actor actor) {
        return entities.createQuery(SELECT + "where a.id = :id", PersonView.class)
                .setParameter("id", actor.id())
                .getSingleResult();
    }
}

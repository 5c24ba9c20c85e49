package io.strata.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How many changes have been made with a token on a day. */
@ApplicationScoped
class ChangeCounts {

    private static final String MADE =
            "select changes from api_token_day where token_id = :token and day = cast(:day as date)";
    private static final String ADD = "select spend_changes(:token, cast(:day as date), :made)";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    int made(UUID token, LocalDate day) {
        List<?> found = entities.createNativeQuery(MADE)
                .setParameter("token", token)
                .setParameter("day", day.toString())
                .getResultList();
        return found.isEmpty() ? 0 : ((Number) found.get(0)).intValue();
    }

    /** Adds changes; fails as a lost race when others have used up what was left meanwhile. */
    void add(UUID token, LocalDate day, int made) {
        entities.createNativeQuery(ADD)
                .setParameter("token", token)
                .setParameter("day", day.toString())
                .setParameter("made", made)
                .getSingleResult();
    }
}

package io.strata.operations;

import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts rows; numbers without content, for the overview and the metrics. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class Figures {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Open("a number without content")
    long workspaces() {
        return ((Number) entities.createNativeQuery("select count(*) from workspace")
                        .getSingleResult())
                .longValue();
    }

    /** How many documents are in each status, by the name of the status in lower case; the most advanced first. */
    @Open("numbers without content")
    Map<String, Long> documentsByStatus() {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<?> rows = entities.createNativeQuery("""
                        select lower(status), count(*) from document where trashed_at is null group by status
                        order by array_position(array['READY', 'CLASSIFYING', 'EXTRACTING', 'PENDING'], status)
                        """).getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            counts.put((String) columns[0], ((Number) columns[1]).longValue());
        }
        return counts;
    }
}

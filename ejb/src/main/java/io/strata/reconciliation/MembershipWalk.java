package io.strata.reconciliation;

import io.strata.reconciliation.disagreements.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Memberships beside the accounts and workspaces that they join. */
@ApplicationScoped
class MembershipWalk implements Walk {

    private static final int PAGE = 5000;
    private static final String MEMBERSHIPS = """
            select m.workspace_id || '/' || m.actor_id, a.id is null or not a.active or w.id is null
            from membership m left join actor a on a.id = m.actor_id left join workspace w on w.id = m.workspace_id
            where (m.workspace_id, m.actor_id) > (cast(:workspace as uuid), cast(:actor as uuid))
            order by m.workspace_id, m.actor_id limit :limit
            """;

    @Inject
    Rows rows;

    @Override
    public String name() {
        return "memberships";
    }

    @Override
    public long size() {
        return rows.number("select count(*) from membership", Map.of());
    }

    @Override
    public Stretch next(String after, String until) {
        String[] from = after.isEmpty() ? new String[] {Rows.FIRST_UUID, Rows.FIRST_UUID} : after.split("/");
        List<Object[]> found = rows.rows(MEMBERSHIPS, Map.of("workspace", from[0], "actor", from[1], "limit", PAGE));
        List<Suspect> suspects = found.stream()
                .filter(row -> (Boolean) row[1])
                .map(row -> new Suspect("dangling_membership", (String) row[0]))
                .toList();
        boolean last = found.size() < PAGE;
        return new Stretch(last ? after : (String) found.get(PAGE - 1)[0], found.size(), suspects, last);
    }
}

package io.strata.reconciliation.disagreements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A membership of somebody who is not active, or not there, or of a workspace that is not there. The subject is the
 * workspace's id, a slash, and the actor's.
 */
@ApplicationScoped
class DanglingMembership extends Disagreement {

    private static final String DANGLING = """
            select m.workspace_id || '/' || m.actor_id,
                   cast(case when a.id is null then null
                        else jsonb_build_object('actor', a.handle, 'active', a.active) end as text),
                   cast(jsonb_build_object('workspace_id', m.workspace_id, 'workspace', w.name,
                                           'actor_id', m.actor_id, 'role', m.role) as text)
            from membership m left join actor a on a.id = m.actor_id left join workspace w on w.id = m.workspace_id
            where m.workspace_id || '/' || m.actor_id = any(:keys) and (a.id is null or not a.active or w.id is null)
            """;
    private static final String REMOVE = """
            delete from membership where workspace_id || '/' || actor_id = :subject
            """;

    @Inject
    Rows rows;

    DanglingMembership() {
        super(
                "dangling_membership",
                Store.DATABASE,
                Store.DATABASE,
                "Accounts and workspaces decide who can belong where. This membership gives rights to somebody who is not"
                        + " active any more, or in a workspace that is gone.",
                new Offer(
                        RepairAction.DELETE,
                        "Removes the membership. Whoever becomes active again must be made a member again."));
    }

    @Override
    public Map<String, Sides> examine(Collection<String> subjects) {
        Map<String, Sides> found = new LinkedHashMap<>();
        rows.rows(DANGLING, Map.of("keys", subjects.toArray(String[]::new)))
                .forEach(row -> found.put((String) row[0], new Sides((String) row[1], (String) row[2])));
        return found;
    }

    @Override
    public List<Step> plan(RepairAction action, String subject, Sides sides) {
        if (action != RepairAction.DELETE) {
            throw notOffered(action);
        }
        return List.of(Step.of(
                Store.DATABASE,
                "Remove the membership",
                GraphRows.read(sides.other()),
                null,
                () -> rows.change(REMOVE, Map.of("subject", subject))));
    }
}

package io.strata.tokens;

import io.strata.access.Action;
import io.strata.access.Referring;
import io.strata.common.RequiredFields;
import java.util.List;
import java.util.UUID;

/**
 * A token to be made.
 *
 * @param expiresInDays after how many days it ends
 * @param actions what it may be used for; {@code null} for whatever its actor may do
 * @param nodes ids or short ids of nodes: it reaches these and all that is below them
 * @param workspaces it reaches these as a whole. Without nodes and workspaces, a person's token reaches wherever they do,
 *     and an agent's the workspace of the agent
 * @param dailyChanges how many changes may be made with it in a day (UTC); {@code null} for any number
 */
@RequiredFields({"name", "expiresInDays"})
public record NewToken(
        String name,
        Integer expiresInDays,
        List<Action> actions,
        List<String> nodes,
        List<UUID> workspaces,
        Integer dailyChanges)
        implements Referring {

    @Override
    public List<String> references() {
        return nodes == null ? List.of() : List.copyOf(nodes);
    }
}

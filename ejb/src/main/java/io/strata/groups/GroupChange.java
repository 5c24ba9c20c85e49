package io.strata.groups;

import io.strata.access.Role;
import java.util.List;

/**
 * What to change about a group; what is {@code null} stays.
 *
 * @param clear {@code role}, when the group shall give none any more
 */
public record GroupChange(String name, String description, Role role, List<String> clear) {

    boolean clearsRole() {
        return clear != null && clear.contains("role");
    }
}

package io.strata.graph;

import java.util.List;
import java.util.UUID;

/**
 * What to change about a node; what is {@code null} stays as it is.
 *
 * @param unassign whether nobody shall be assigned any more
 */
public record NodeChanges(
        String title, String description, String status, List<String> labels, UUID assigneeId, boolean unassign) {}

package io.strata.documents;

import java.util.UUID;

/**
 * Where in the work graph a document hangs.
 *
 * @param projectId {@code null} when it belongs to no project
 * @param nodeId the component or issue; {@code null} when it hangs nowhere
 */
record Placement(UUID workspaceId, UUID projectId, UUID nodeId) {}

package io.strata.documents;

import java.util.UUID;

/**
 * Where a document is: where in the work graph it hangs, and in which folder.
 *
 * @param projectId {@code null} when it belongs to no project
 * @param nodeId the component or issue; {@code null} when it hangs nowhere
 * @param folderId {@code null} at the top of the workspace
 */
record Placement(UUID workspaceId, UUID projectId, UUID nodeId, UUID folderId) {}

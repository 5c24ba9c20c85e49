package io.strata.documents;

import java.util.UUID;

/**
 * A document to be uploaded.
 *
 * @param fileName what its owner calls it; folders in front of it are dropped
 * @param nodeId the node it shall hang on, by id or short id; {@code null} for the root of the project
 * @param projectId {@code null} for the project of the node or, without one, the workspace's first project
 * @param folderId the folder it shall be in; {@code null} for the top of the workspace
 */
public record NewDocument(UUID workspaceId, String fileName, String nodeId, UUID projectId, UUID folderId) {}

package io.strata.documents;

import java.util.UUID;

/**
 * Where in the folders of a workspace documents are looked for.
 *
 * @param folderId {@code null} for the top
 * @param below whether also in all folders below it
 */
public record FolderChoice(UUID folderId, boolean below) {}

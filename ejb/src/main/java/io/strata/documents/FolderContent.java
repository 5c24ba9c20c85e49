package io.strata.documents;

/**
 * A folder and how many documents its deletion would take along.
 *
 * @param documents in it and in all folders below it
 */
public record FolderContent(FolderView folder, long documents) {}

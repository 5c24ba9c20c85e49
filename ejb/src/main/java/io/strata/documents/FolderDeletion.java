package io.strata.documents;

/**
 * What the deletion of a folder has put into the trash.
 *
 * @param folders the folder itself and those below it
 */
public record FolderDeletion(long folders, long documents) {}

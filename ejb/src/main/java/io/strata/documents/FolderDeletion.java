package io.strata.documents;

import io.strata.common.RequiredFields;

/**
 * What the deletion of a folder has put into the trash.
 *
 * @param folders the folder itself and those below it
 */
@RequiredFields(allBut = {})
public record FolderDeletion(long folders, long documents) {}

package io.strata.documents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * What was deleted as a whole and can be restored as a whole: a document, or a folder with all that was in it.
 *
 * @param kind document or folder
 * @param documents how many documents come back with it
 * @param trashedBy who has deleted it
 * @param restorableUntil when it goes for good
 */
@RequiredFields(allBut = "trashedBy")
public record TrashedView(
        UUID id,
        UUID workspaceId,
        String kind,
        String title,
        long documents,
        Instant trashedAt,
        UUID trashedBy,
        Instant restorableUntil) {}

package io.strata.documents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A document that is shared with the caller.
 *
 * @param sharedBy who has shared it
 */
@RequiredFields(allBut = {})
public record SharedDocumentView(DocumentView document, SharePermission permission, UUID sharedBy, Instant sharedAt) {}

package io.strata.documents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * That a document is shared with somebody.
 *
 * @param handle whose it is
 * @param createdBy who has shared it
 */
@RequiredFields(allBut = {})
public record ShareView(
        UUID documentId, UUID actorId, String handle, SharePermission permission, UUID createdBy, Instant createdAt) {}

package io.strata.documents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A link to a document, without its secret.
 *
 * @param password whether it asks for one
 * @param opened how often a download with it has begun
 * @param lastOpenedAt {@code null} when none has
 */
@RequiredFields(allBut = "lastOpenedAt")
public record DocumentLinkView(
        UUID id,
        UUID documentId,
        boolean password,
        Instant expiresAt,
        UUID createdBy,
        Instant createdAt,
        long opened,
        Instant lastOpenedAt) {}

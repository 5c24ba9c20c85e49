package io.strata.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a document's bytes, and where they are.
 *
 * @param version counts from 1; a number is given once
 * @param uploadedBy whose quota they count for
 */
record DocumentBytes(
        int version,
        String fileName,
        String objectKey,
        String mimeType,
        long sizeBytes,
        String sha256,
        UUID uploadedBy,
        Instant uploadedAt) {

    VersionView view(boolean current) {
        return new VersionView(version, current, fileName, mimeType, sizeBytes, sha256, uploadedBy, uploadedAt);
    }
}

package io.strata.documents;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of a document.
 *
 * @param version counts from 1 in the order of uploads
 * @param current whether it is the one that is read, classified and found
 * @param sha256 of its bytes, in lower-case hexadecimal
 */
@RequiredFields(allBut = {})
public record VersionView(
        int version,
        boolean current,
        String fileName,
        String mimeType,
        long sizeBytes,
        String sha256,
        UUID uploadedBy,
        Instant uploadedAt) {}

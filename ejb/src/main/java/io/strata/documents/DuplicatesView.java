package io.strata.documents;

import io.strata.common.RequiredFields;
import java.util.List;

/**
 * Documents that have the same bytes.
 *
 * @param sizeBytes of each
 * @param documents the eldest first, at most {@value #MOST}
 */
@RequiredFields(allBut = {})
public record DuplicatesView(String sha256, long sizeBytes, List<DocumentView> documents) {

    /** How many of a group are told. */
    static final int MOST = 20;
}

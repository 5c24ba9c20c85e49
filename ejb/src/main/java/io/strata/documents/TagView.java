package io.strata.documents;

import io.strata.common.RequiredFields;

/**
 * A tag of a workspace's documents.
 *
 * @param documents how many have it
 */
@RequiredFields(allBut = {})
public record TagView(String tag, long documents) {}

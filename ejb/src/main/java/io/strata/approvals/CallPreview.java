package io.strata.approvals;

import java.util.List;

/**
 * What a call would do.
 *
 * @param total to how many things
 * @param effects the first thousand
 */
public record CallPreview(long total, List<CallEffect> effects) {}

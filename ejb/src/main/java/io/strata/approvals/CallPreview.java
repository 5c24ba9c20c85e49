package io.strata.approvals;

import io.strata.common.RequiredFields;
import java.util.List;

/**
 * What a call would do.
 *
 * @param total to how many things
 * @param effects the first thousand
 */
@RequiredFields(allBut = {})
public record CallPreview(long total, List<CallEffect> effects) {}

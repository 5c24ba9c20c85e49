package io.strata.approvals;

import io.strata.common.RequiredFields;
import java.util.Map;
import java.util.UUID;

/**
 * One thing that a call would do.
 *
 * @param what the verb: delete, create, patch, move, remove_link
 * @param nodeId the node it is done to, or below which something is made
 * @param before what it is before, by name; {@code null} when that says nothing
 * @param after what it is afterwards, likewise
 */
@RequiredFields("what")
public record CallEffect(String what, UUID nodeId, Map<String, Object> before, Map<String, Object> after) {}

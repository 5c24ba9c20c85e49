package io.strata.reconciliation;

import java.util.List;

/**
 * A part of a walk.
 *
 * @param end the last key that it has seen to; the next stretch begins after it
 * @param keys how many there were
 * @param last whether nothing follows it
 */
public record Stretch(String end, long keys, List<Suspect> suspects, boolean last) {}

package io.strata.imports;

import io.strata.common.RequiredFields;
import java.util.List;
import java.util.UUID;

/**
 * What an import has made, or would make.
 *
 * @param dryRun whether nothing was made
 * @param nodes what the nodes of the file have become; empty for a dry run
 */
@RequiredFields(allBut = {})
public record ImportReport(
        boolean dryRun, long components, long issues, long links, long cycles, long comments, List<Imported> nodes) {

    /** What a node of the file has become. */
    public record Imported(String key, UUID id, String shortId) {}
}

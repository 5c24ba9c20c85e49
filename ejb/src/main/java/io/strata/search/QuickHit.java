package io.strata.search;

import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * A thing that was found, as a command palette shows it.
 *
 * @param titleHtml the title with the hits in {@code mark}, as HTML with no other element
 * @param status {@code null} for what has none
 */
@RequiredFields({"kind", "id", "title"})
public record QuickHit(
        EntryKind kind, UUID id, String shortId, String title, String titleHtml, UUID projectId, String status) {

    static QuickHit of(SearchHit hit) {
        return new QuickHit(
                hit.kind(), hit.id(), hit.shortId(), hit.title(), hit.titleHtml(), hit.projectId(), hit.status());
    }
}

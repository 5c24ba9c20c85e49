package io.strata.content.markdown;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What of the names in a text leads somewhere; all others stay plain words.
 *
 * @param mentioned actors by the handles under which the text mentions them
 * @param projectKeys the keys of projects that the reader knows of; whether there is a node of that number, a link does
 *     not tell
 */
public record KnownReferences(Map<String, UUID> mentioned, Set<String> projectKeys) {

    public KnownReferences {
        mentioned = Map.copyOf(mentioned);
        projectKeys = Set.copyOf(projectKeys);
    }
}

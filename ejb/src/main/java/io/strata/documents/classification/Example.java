package io.strata.documents.classification;

import java.util.Set;
import java.util.UUID;

/**
 * A text of which a person has said what it is about.
 *
 * @param id the text's own id
 * @param topics its topics; empty when it is about none of them
 */
public record Example(UUID id, Sample text, Set<UUID> topics) {}

package io.strata.documents.classification;

import java.util.UUID;

/**
 * A topic that a text belongs to.
 *
 * @param confidence from 0 to 1
 */
public record TopicScore(UUID topicId, double confidence) {}

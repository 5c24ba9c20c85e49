package io.strata.documents;

import io.strata.common.RequiredFields;
import java.util.UUID;

/**
 * A topic of a document.
 *
 * @param confidence from 0 to 1; 1 when a person said so
 */
@RequiredFields(allBut = "colour")
public record DocumentTopicView(UUID topicId, String name, String colour, double confidence, TopicSource source) {}

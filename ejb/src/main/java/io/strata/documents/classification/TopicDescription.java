package io.strata.documents.classification;

import java.util.UUID;

/** A topic as the classifier knows it. */
public record TopicDescription(UUID id, String name, String description) {}

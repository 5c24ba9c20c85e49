package io.strata.documents;

import java.util.UUID;

/**
 * Which documents of a workspace are wanted; what is {@code null} does not matter.
 *
 * @param query words to search for, as one types them into a web search
 */
public record DocumentFilter(String query, DocumentStatus status, UUID topicId, UUID projectId) {}

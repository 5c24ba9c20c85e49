package io.strata.audit;

import java.util.List;
import java.util.UUID;

/**
 * What somebody wants to know of the past of one thing.
 *
 * @param actions what was done to it
 * @param field only where this one of its fields changed; {@code null} when any will do
 */
public record SubjectChanges(String subjectKind, UUID subjectId, List<String> actions, String field) {}

package io.strata.audit;

import java.util.UUID;

/**
 * A thing that entries are about.
 *
 * @param workspaceId {@code null} when it belongs to none
 */
public record Subject(String kind, UUID id, UUID workspaceId) {}

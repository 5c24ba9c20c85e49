package io.strata.content;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who wants to know what happens to a node.
 *
 * @param reason what made them a watcher: choice, author, assignee, mention or comment
 */
public record WatcherView(UUID actorId, String handle, String displayName, String reason, Instant since) {}

package io.strata.realtime;

import java.util.Set;
import java.util.UUID;

/** What of an event says which channels it belongs to. */
record Headline(UUID projectId, Set<UUID> nodes, Set<UUID> recipients) {}

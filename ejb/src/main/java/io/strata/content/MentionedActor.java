package io.strata.content;

import java.util.UUID;

/** Somebody whom a text mentions. */
public record MentionedActor(UUID actorId, String handle) {}

package io.strata.access;

/** What an actor is in a workspace, from the least to the most. */
public enum Role {
    VIEWER,
    AGENT,
    MEMBER,
    ADMIN,
    OWNER
}

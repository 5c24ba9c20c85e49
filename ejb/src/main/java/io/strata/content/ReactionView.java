package io.strata.content;

import java.util.List;

/**
 * How many think the same of something.
 *
 * @param mine whether the caller is one of them
 * @param handles who they are, the first twenty in the order of time
 */
public record ReactionView(Emoji emoji, long count, boolean mine, List<String> handles) {}

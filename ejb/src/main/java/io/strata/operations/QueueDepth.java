package io.strata.operations;

/**
 * What a queue holds.
 *
 * @param waiting messages not yet done, those being worked on and those waiting for another attempt included
 * @param dead messages given up, in its dead-letter queue
 * @param consumers how many take messages from it
 */
public record QueueDepth(String name, long waiting, long dead, long consumers) {}

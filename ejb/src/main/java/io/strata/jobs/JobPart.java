package io.strata.jobs;

/**
 * A part of a step, and how far it has come.
 *
 * @param number from 0
 * @param after the part begins behind this key; {@code ""} for the very beginning
 * @param until the last key that belongs to it; {@code null} when it goes to the end
 * @param position the last key that is done; {@code after} when none is
 * @param done how many items are done
 * @param expected about how many there are
 * @param finished whether nothing is left to do
 */
public record JobPart(
        int number, String after, String until, String position, long done, long expected, boolean finished) {}

package io.strata.graph;

import java.time.LocalDate;

/**
 * What a cycle shall be; of one that exists already, what is {@code null} stays as it is.
 *
 * @param startDate its first day
 * @param endDate its last day
 */
public record CycleRequest(String name, LocalDate startDate, LocalDate endDate) {}

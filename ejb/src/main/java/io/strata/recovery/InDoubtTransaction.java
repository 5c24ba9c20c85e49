package io.strata.recovery;

import java.time.Instant;
import java.util.List;

/**
 * A transaction whose commit began and has not ended everywhere.
 *
 * @param id the transaction manager's number of it, as its own log spells it
 * @param since when the first store prepared, or was first seen to have
 * @param stores where a prepared part waits: {@code database}, {@code messaging}
 * @param outcome how it is going to end
 */
public record InDoubtTransaction(String id, Instant since, List<String> stores, Outcome outcome) {}

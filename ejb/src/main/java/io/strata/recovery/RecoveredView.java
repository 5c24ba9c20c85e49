package io.strata.recovery;

import java.time.Instant;
import java.util.List;

/**
 * A transaction that recovery brought to its end.
 *
 * @param id its place in the history
 * @param transaction the transaction manager's number of it
 * @param stores where prepared parts had waited
 * @param outcome what the evidence said when it was last seen
 * @param since when the first store prepared, as far as it said
 * @param endedAt when it was no longer in doubt, to some five seconds
 */
public record RecoveredView(
        long id, String transaction, List<String> stores, Outcome outcome, Instant since, Instant endedAt) {}

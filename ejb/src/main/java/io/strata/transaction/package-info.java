/**
 * How PostgreSQL, Artemis and Neo4j change together or not at all.
 *
 * <p>Application code uses JPA, JMS and {@link io.strata.transaction.Graph} inside a JTA transaction and thinks of
 * nothing else. PostgreSQL and Artemis are XA resources. Neo4j is not, so it takes part as Narayana's <em>commit-markable
 * resource</em>: it commits once, between the others' prepare and their commit, and its own durable state says what was
 * decided.
 *
 * <p>The steps of a commit, and what a crash right after each leaves behind:
 *
 * <ol>
 *   <li>A node {@code (:TxMarker {xid})} is created inside the still open Neo4j transaction, in the round trip of the
 *       first write if Narayana's ids are what we expect ({@link io.strata.transaction.BranchMarker}). <em>Crash:</em>
 *       nothing was prepared; Neo4j drops the transaction with its connection, the others theirs.
 *   <li>PostgreSQL prepares, Artemis prepares. <em>Crash:</em> no log entry exists, so recovery finds orphaned branches
 *       and rolls them back; Neo4j has committed nothing.
 *   <li>Narayana writes its log. <em>Crash:</em> recovery asks Neo4j for the marker, does not find it, and rolls the
 *       others back.
 *   <li>Neo4j commits; this is the decision. <em>Crash:</em> recovery finds the marker and commits the others.
 *   <li>PostgreSQL commits, Artemis commits. <em>Crash between them:</em> the log has both; recovery commits what is
 *       left.
 *   <li>The log entry is removed, and markers are deleted later in batches. <em>Crash:</em> a marker with no log entry
 *       means nothing any more and is collected.
 * </ol>
 *
 * <p>When the answer to Neo4j's commit is lost, the outcome is read back rather than guessed:
 * {@link io.strata.transaction.GraphBranch}. Before recovery trusts a missing marker, the connections of the dead server
 * are ended, so that a commit still under way cannot arrive afterwards: {@link io.strata.transaction.GraphFence}.
 *
 * <p>A transaction that a store ended in favour of another one is made again from its beginning, as a whole:
 * {@link io.strata.transaction.RetryLostRaces}. What recovery finds and ends is watched by {@code io.strata.recovery}.
 *
 * <p>The truth about which branches committed is in Neo4j; the truth about which transactions exist is in Narayana's
 * object store.
 */
package io.strata.transaction;

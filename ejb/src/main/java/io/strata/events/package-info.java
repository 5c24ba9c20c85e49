/**
 * What happened, told to whoever listens. Events travel as a message of the transaction that caused them, so they are
 * delivered if and only if it committed; listeners see each at least once.
 */
package io.strata.events;

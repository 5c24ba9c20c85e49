/**
 * The ways in which the stores can disagree, a class each: which store is the truth and why, how to tell that a subject
 * is affected right now, and what can be done about it, step by step. A new kind is a new class here, and a walk of the
 * package above that suspects it.
 */
package io.strata.reconciliation.disagreements;

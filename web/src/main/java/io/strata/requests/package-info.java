/**
 * What holds for every request and answer, whatever it is about: entity tags and conditions, keys that make a request
 * repeatable, the choice of fields. Resources need to do nothing for it, and nothing in them is about it, but for
 * {@link io.strata.requests.OwnTransactions}.
 */
package io.strata.requests;

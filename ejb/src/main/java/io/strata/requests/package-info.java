/**
 * Requests as a whole: made in one transaction ({@link io.strata.requests.WholeRequest}), so that a condition on what was
 * read before holds until the change is committed, and so that the answer to a request with a key of its own is kept if
 * and only if the request was carried out ({@link io.strata.requests.Repetitions}, table {@code repeatable_request}).
 * What a request is, and what an entity tag is, is HTTP's and therefore in the package of the same name in {@code web}.
 */
package io.strata.requests;

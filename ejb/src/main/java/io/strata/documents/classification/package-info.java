/** Turning text into passages, passages into vectors, and vectors into topics with a confidence. */
package io.strata.documents.classification;

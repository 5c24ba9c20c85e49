/**
 * Questions to the work graph: what is below, above and near a node, what can be worked on, what depends on what. Answers
 * hold nothing that the caller may not see, count nothing of it and lead through nothing of it; every one has a bound.
 * The truth is in Neo4j. The way in is {@link io.strata.graph.questions.PlaceQuestions},
 * {@link io.strata.graph.questions.NearbyQuestions} and {@link io.strata.graph.questions.WorkQuestions}.
 */
package io.strata.graph.questions;

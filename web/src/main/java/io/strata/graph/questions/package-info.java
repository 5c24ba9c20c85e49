/** The questions to the work graph over HTTP. */
package io.strata.graph.questions;

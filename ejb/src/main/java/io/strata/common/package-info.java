/**
 * What every feature needs and no feature owns: identifiers, paging and the problem catalogue. Small and closed: a
 * thing belongs here only when three features use it and none of them is its natural home.
 */
package io.strata.common;

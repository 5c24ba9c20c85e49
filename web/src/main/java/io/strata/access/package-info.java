/** Screens about who may do what. */
package io.strata.access;

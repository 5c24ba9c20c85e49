/** The {@code groups} feature over HTTP and as a screen. */
package io.strata.groups;

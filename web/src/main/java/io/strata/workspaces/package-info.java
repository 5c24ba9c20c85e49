/** The {@code workspaces} feature over HTTP. */
package io.strata.workspaces;

/**
 * The one registry of what an operator can set: key, default, meaning, and whether it is a secret. Everything that
 * reads configuration reads it here.
 */
package io.strata.settings;

/** A person's way through the screens, in a real browser. */
package io.strata.browser;

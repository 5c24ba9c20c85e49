/** What all of the HTTP side shares: the API's root, its JSON, and the one error envelope. */
package io.strata.common;

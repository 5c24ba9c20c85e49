/** The bytes of files over HTTP. */
package io.strata.storage;

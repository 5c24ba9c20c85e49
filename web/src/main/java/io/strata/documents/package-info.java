/** Documents and topics over HTTP and on the administration's screens. */
package io.strata.documents;

/**
 * Reading text out of files of any kind. Files come from strangers, so the parsers run in a process of their own that
 * may be killed, run out of memory or hang without harm to the server.
 */
package io.strata.documents.extraction;

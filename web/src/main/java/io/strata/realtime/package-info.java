/** Events over HTTP: a page, a stream of server-sent events, a WebSocket. */
package io.strata.realtime;

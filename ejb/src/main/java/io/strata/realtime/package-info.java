/**
 * Events for those who follow: by polling, as server-sent events, over WebSocket. Nobody depends on this package.
 *
 * <p>Truth: PostgreSQL ({@code event}, see {@code io.strata.events}); nothing is kept here but who is connected and how far
 * they have come. Whatever is sent was read a moment before, on behalf of the one who gets it: so live events, those that
 * were missed and a page of a script come from the same question with the same rights
 * ({@link io.strata.realtime.EventFeed}). {@link io.strata.realtime.EventHub} notices that there is more to read, and
 * {@link io.strata.realtime.Following} is one connection.
 */
package io.strata.realtime;

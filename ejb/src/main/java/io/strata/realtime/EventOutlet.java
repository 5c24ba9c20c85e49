package io.strata.realtime;

import java.util.concurrent.CompletionStage;

/**
 * The way to somebody who follows: a WebSocket, a stream of server-sent events. It is asked for one thing at a time, the
 * next when the one before has gone out, and may be closed at any time.
 */
public interface EventOutlet {

    /** What kind of connection it is, for metrics. */
    String kind();

    /** Says what is followed from now on; every event after it belongs to that. */
    CompletionStage<?> subscribed(Subscribed to);

    /** Sends an event; completes when it is on its way, exceptionally when it will never be. */
    CompletionStage<?> send(EventView event);

    /** Tells that events are missing, and from where it goes on. */
    CompletionStage<?> reset(long last);

    /** Shows that the server is there, and finds out whether the other side is. */
    CompletionStage<?> ping();

    /** Ends the connection; harmless when it has ended. */
    void close(Ending why);
}

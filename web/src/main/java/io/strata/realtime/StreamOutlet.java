package io.strata.realtime;

import io.strata.common.Json;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A stream of server-sent events. Places are the ids of its events, so that a browser comes back with the last one. */
final class StreamOutlet implements EventOutlet {

    private final SseEventSink sink;
    private final Sse sse;

    StreamOutlet(SseEventSink sink, Sse sse) {
        this.sink = sink;
        this.sse = sse;
    }

    @Override
    public String kind() {
        return "stream";
    }

    @Override
    public CompletionStage<?> subscribed(Subscribed to) {
        return send(event("subscribed", to.sequence(), to));
    }

    @Override
    public CompletionStage<?> send(EventView event) {
        return send(event(event.type(), event.sequence(), event));
    }

    @Override
    public CompletionStage<?> reset(long last) {
        return send(event("reset", last, Map.of("sequence", last)));
    }

    @Override
    public CompletionStage<?> ping() {
        return send(sse.newEventBuilder().comment("here").build());
    }

    @Override
    public void close(Ending why) {
        sink.close();
    }

    private OutboundSseEvent event(String name, long place, Object data) {
        return sse.newEventBuilder()
                .id(Long.toString(place))
                .name(name)
                .data(String.class, Json.write(data))
                .build();
    }

    private CompletionStage<?> send(OutboundSseEvent event) {
        try {
            return sink.send(event);
        } catch (IllegalStateException closed) {
            return CompletableFuture.failedStage(closed);
        }
    }
}

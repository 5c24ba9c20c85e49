package io.strata.realtime;

import io.strata.common.Json;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A WebSocket. What is sent waits for what was sent before: answers to the client and events come from different threads. */
final class SocketOutlet implements EventOutlet {

    private static final Logger LOG = Logger.getLogger(SocketOutlet.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Session session;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private volatile Instant heard = Instant.now();

    SocketOutlet(Session session) {
        this.session = session;
    }

    @Override
    public String kind() {
        return "websocket";
    }

    @Override
    public CompletionStage<?> subscribed(Subscribed to) {
        return say(Map.of("type", "subscribed", "channels", to.channels(), "sequence", to.sequence()));
    }

    @Override
    public CompletionStage<?> send(EventView event) {
        return say(Map.of("type", "event", "event", event));
    }

    @Override
    public CompletionStage<?> reset(long place) {
        return say(Map.of("type", "reset", "sequence", place));
    }

    @Override
    public CompletionStage<?> ping() {
        try {
            if (Instant.now().isAfter(heard.plus(SILENCE))) {
                throw new IOException("no answer to the last pings");
            }
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            return CompletableFuture.completedFuture(null);
        } catch (IOException | IllegalStateException gone) {
            return CompletableFuture.failedStage(gone);
        }
    }

    /** Takes note that the other side is there. */
    void heard() {
        heard = Instant.now();
    }

    @Override
    public void close(Ending why) {
        close(why.code(), why.text());
    }

    /** Ends the connection with a code and a word. */
    void close(int code, String word) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), word));
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "the other side has gone before", gone);
        }
    }

    /** Says something besides events. */
    synchronized CompletionStage<?> say(Map<String, Object> message) {
        String text = Json.write(message);
        last = last.thenCompose(before -> put(text));
        return last;
    }

    private CompletableFuture<Void> put(String text) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            session.getAsyncRemote().sendText(text, result -> {
                if (result.isOK()) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(result.getException());
                }
            });
        } catch (IllegalStateException gone) {
            done.completeExceptionally(gone);
        }
        return done;
    }
}

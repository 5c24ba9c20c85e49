package io.strata.realtime;

import static org.awaitility.Awaitility.await;

import io.strata.testing.Api;
import io.strata.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Somebody who follows events over WebSocket. */
final class Follower implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonObject> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final StringBuffer part = new StringBuffer();
    private final WebSocket socket;

    private Follower(URI server, Map<String, String> headers) {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        headers.forEach(builder::header);
        try {
            socket = builder.buildAsync(
                            URI.create("ws://" + server.getAuthority() + "/ws/events"), new WebSocket.Listener() {
                                @Override
                                public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                    part.append(text);
                                    if (last) {
                                        messages.add(parse(part.toString()));
                                        part.setLength(0);
                                    }
                                    from.request(1);
                                    return null;
                                }

                                @Override
                                public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                                    closed.set(code);
                                    return null;
                                }

                                @Override
                                public void onError(WebSocket from, Throwable failure) {
                                    closed.compareAndSet(0, -1);
                                }
                            })
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("no connection", e);
        }
    }

    /** Connects with a bearer token. */
    static Follower of(World world, Api api) {
        return at(world.strata().server().uri(), api);
    }

    /** Connects to a certain server with a bearer token. */
    static Follower at(URI server, Api api) {
        return new Follower(server, Map.of("Authorization", "Bearer " + api.token()));
    }

    /** Connects with certain headers. */
    static Follower with(World world, Map<String, String> headers) {
        return new Follower(world.strata().server().uri(), headers);
    }

    /** Follows channels from now on, and waits until that counts. */
    Follower follow(String... channels) {
        return followAfter(null, channels);
    }

    /** Follows channels from a place on, and waits until that counts. */
    Follower followAfter(Long after, String... channels) {
        int before = of("subscribed").size();
        String names = Arrays.stream(channels).map(name -> '"' + name + '"').collect(Collectors.joining(","));
        say("{\"type\":\"subscribe\",\"channels\":[" + names + "]" + (after == null ? "" : ",\"after\":" + after)
                + "}");
        await("the subscription").until(() -> of("subscribed").size() > before || closed.get() != 0);
        return this;
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /** Cuts the connection without a word. */
    void cut() {
        socket.abort();
    }

    /** The events that have arrived, in their order. */
    List<JsonObject> events() {
        return of("event").stream()
                .map(message -> message.getJsonObject("event"))
                .toList();
    }

    /** What has arrived of one type. */
    List<JsonObject> of(String type) {
        return messages.stream()
                .filter(message -> message.getString("type").equals(type))
                .toList();
    }

    /** Everything that has arrived, as text. */
    String text() {
        return messages.toString();
    }

    /** The code of the close frame; 0 while the connection lasts. */
    int closeCode() {
        return closed.get();
    }

    /** Waits for an event whose text contains a word. */
    JsonObject awaitEvent(String word) {
        return await("the event with " + word)
                .until(
                        () -> events().stream()
                                .filter(event -> event.toString().contains(word))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}

package io.strata.realtime;

import io.strata.testing.Api;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who follows events as a stream. */
final class Stream implements AutoCloseable {

    /** A server-sent event. */
    record Sent(String id, String name, JsonObject data) {}

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private volatile boolean over;

    private Stream(InputStream body) {
        this.body = body;
        Thread reader = new Thread(this::read, "stream");
        reader.setDaemon(true);
        reader.start();
    }

    static Stream open(Api api, String query, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(api.address("/events/stream" + query))
                    .header("Authorization", "Bearer " + api.token());
            headers.forEach(request::header);
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the stream answers " + response.statusCode());
            }
            return new Stream(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        String id = null;
        String name = null;
        StringBuilder data = new StringBuilder();
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && name != null) {
                    sent.add(new Sent(id, name, Follower.parse(data.toString())));
                    name = null;
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            // cut
        }
        over = true;
    }

    List<Sent> sent() {
        return sent;
    }

    /** What has arrived under a name. */
    List<Sent> named(String name) {
        return sent.stream().filter(one -> one.name().equals(name)).toList();
    }

    boolean over() {
        return over;
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            // it was cut before
        }
    }
}

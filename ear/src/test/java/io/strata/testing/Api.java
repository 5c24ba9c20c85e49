package io.strata.testing;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The HTTP API as one caller uses it. */
public final class Api {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final URI server;
    private final Supplier<String> token;
    private final Contract contract;

    /**
     * A caller.
     *
     * @param token the bearer token; {@code null} for somebody who has not signed in
     */
    public Api(URI server, String token) {
        this(server, () -> token, null);
    }

    /**
     * A caller whose token changes with time.
     *
     * @param token asked before each request
     * @param contract what every answer is held against; {@code null} for nothing
     */
    Api(URI server, Supplier<String> token, Contract contract) {
        this.server = server;
        this.token = token;
        this.contract = contract;
    }

    /** The bearer token. */
    public String token() {
        return token.get();
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    /** Posts nothing. */
    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    public Answer patch(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").method("PATCH", json(body)));
    }

    public Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    /** Puts nothing. */
    public Answer put(String path) {
        return send(request(path).PUT(BodyPublishers.noBody()));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends a form with files. */
    public Answer upload(String path, Upload upload) {
        return send(request(path).header("Content-Type", upload.contentType()).POST(upload.body()));
    }

    /** A request by this caller, for what the methods above do not say. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofMinutes(2));
        String proof = token();
        return proof == null ? request : request.header("Authorization", "Bearer " + proof);
    }

    /** The address of a path: below {@code /api/v1}, unless it begins with two slashes. */
    public URI address(String path) {
        return URI.create(server + (path.startsWith("//") ? path.substring(1) : "/api/v1" + path));
    }

    /**
     * Sends a request, and holds the answer against the description of the API.
     *
     * @throws UncheckedIOException when there is no answer
     * @throws AssertionError when the answer is not as described
     */
    public Answer send(HttpRequest.Builder request) {
        Answer answer = sendUnheld(request);
        if (contract != null) {
            HttpRequest sent = request.build();
            contract.hold(sent.method(), sent.uri(), answer);
        }
        return answer;
    }

    /**
     * As {@link #send}, for who holds the answer against the description by themselves. A stream of events is read up to
     * the first and left, because it does not end.
     */
    public Answer sendUnheld(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(
                        response.statusCode(),
                        response.headers(),
                        isStream(response) ? first(body) : body.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isStream(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    private static byte[] first(InputStream events) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && line.isEmpty()) {
            line = lines.readLine();
        }
        return String.valueOf(line).getBytes(StandardCharsets.UTF_8);
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.toJson(body));
    }

    /** A JSON object of names and values in turn. */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}

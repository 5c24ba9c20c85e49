package io.strata.crash;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Receives all webhooks and remembers which messages told what. Standard Webhooks deliver at least once: the same message
 * again is no second effect, another message about the same event is.
 */
final class Receiver implements AutoCloseable {

    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> subjects = new ConcurrentHashMap<>();
    private final AtomicLong repeated = new AtomicLong();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            note(exchange.getRequestHeaders().getFirst("webhook-id"), body);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private void note(String message, String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            JsonObject event = reader.readObject();
            JsonObject data = event.getJsonObject("data");
            String type = event.getString("type");
            if (type.equals("document.status_changed")) {
                type = "document." + data.getString("status");
            }
            UUID subject = UUID.fromString(data.getString("subject_id"));
            subjects.computeIfAbsent(
                            UUID.fromString(data.getString("project_id")), key -> ConcurrentHashMap.newKeySet())
                    .add(subject);
            if (!messages.computeIfAbsent(key(type, subject), key -> ConcurrentHashMap.newKeySet())
                    .add(message)) {
                repeated.incrementAndGet();
            }
        }
    }

    /**
     * How many different messages told of something.
     *
     * @param type of the event; for documents {@code document.} and the status
     */
    int messages(String type, UUID subject) {
        return messages.getOrDefault(key(type, subject), Set.of()).size();
    }

    /** What the messages about a project were about. */
    Set<UUID> subjects(UUID project) {
        return subjects.getOrDefault(project, Set.of());
    }

    /** How often a message came that had come before. */
    long repeated() {
        return repeated.get();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static String key(String type, UUID subject) {
        return type + " " + subject;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

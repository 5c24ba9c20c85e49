package io.strata.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EgressClientTest {

    private static final byte[] BODY = "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8);

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final EgressClient client = new EgressClient();
    private HttpServer receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/ok", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "thanks");
        });
        receiver.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/ok");
            answer(exchange, 302, "");
        });
        receiver.createContext("/long", exchange -> answer(exchange, 500, "x".repeat(100_000)));
        receiver.createContext("/drip", EgressClientTest::drip);
        receiver.start();
    }

    @AfterEach
    void stop() {
        client.close();
        receiver.stop(0);
        threads.shutdownNow();
    }

    @Test
    void postsHeadersAndBodyAsTheyAre() throws IOException {
        client.open("127.0.0.1", Duration.ofSeconds(10));

        EgressResponse response = client.post(address("/ok"), Map.of("webhook-id", "7"), BODY);

        assertThat(response).isEqualTo(new EgressResponse(200, "thanks"));
        assertThat(received).containsExactly("7", "{\"a\":\"ä\"}");
    }

    @Test
    void refusesTheOwnMachineUnlessItIsAllowed() {
        client.open("", Duration.ofSeconds(10));

        assertThatExceptionOfType(EgressRefusedException.class)
                .isThrownBy(() -> client.post(address("/ok"), Map.of(), BODY));
        assertThatExceptionOfType(EgressRefusedException.class).isThrownBy(() -> client.check(address("/ok")));
        assertThat(received).isEmpty();
    }

    @Test
    void followsNoRedirect() throws IOException {
        client.open("127.0.0.1", Duration.ofSeconds(10));

        assertThat(client.post(address("/elsewhere"), Map.of(), BODY).status()).isEqualTo(302);
        assertThat(received).isEmpty();
    }

    @Test
    void keepsOnlyTheBeginningOfALongAnswer() throws IOException {
        client.open("127.0.0.1", Duration.ofSeconds(10));

        EgressResponse response = client.post(address("/long"), Map.of(), BODY);

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.excerpt()).hasSize(2048);
    }

    @Test
    void givesUpOnAnAnswerThatNeverEnds() {
        client.open("127.0.0.1", Duration.ofMillis(300));

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> client.post(address("/drip"), Map.of(), BODY))
                .withMessageContaining("no complete answer");
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!Thread.interrupted()) {
                out.write('.');
                out.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
    }
}

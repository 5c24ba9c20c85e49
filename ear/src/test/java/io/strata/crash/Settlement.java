package io.strata.crash;

import io.strata.testing.Stores;
import io.strata.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * When everything that was under way has come to its end: health is good, nothing is prepared in PostgreSQL, Narayana's
 * log is empty, no marker is left, the queues are empty, documents and webhooks are done.
 */
final class Settlement {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern QUEUE =
            Pattern.compile("^messaging_activemq_message_count\\{.*name=\"(\\w+)\".*} ([0-9.E]+)$");

    private final World world;

    Settlement(World world) {
        this.world = world;
    }

    /**
     * Waits for it, or for too long.
     */
    Outcome await() {
        AtomicReference<String> left = new AtomicReference<>("nothing was asked");
        AtomicReference<String> last = new AtomicReference<>("nothing");
        try {
            org.awaitility.Awaitility.await("everything settled")
                    .atMost(PATIENCE)
                    .until(() -> {
                        String now = left();
                        if (Thread.currentThread().isInterrupted()) {
                            return false; // too late: what was left before is what counts
                        }
                        left.set(now);
                        if (!left.get().isEmpty()) {
                            last.set(left.get());
                        }
                        return left.get().isEmpty();
                    });
        } catch (ConditionTimeoutException e) {
            // the outcome tells
        }
        return new Outcome(left.get(), last.get());
    }

    /**
     * What came of waiting.
     *
     * @param left what is still under way, for people; empty when nothing is
     * @param last what was under way when it was asked for the last time and something was
     */
    record Outcome(String left, String last) {}

    private String left() {
        try {
            if (world.anonymous().get("//health").status() != 200) {
                return "health";
            }
            Stores stores = world.stores();
            long prepared = stores.number("select count(*) from pg_prepared_xacts");
            long documents = stores.number("select count(*) from document where status not in ('READY', 'FAILED')");
            long deliveries = stores.number("select count(*) from webhook_delivery where status <> 'DELIVERED'");
            long markers = stores.graphNumber("MATCH (m:TxMarker) WHERE m.aborted IS NULL RETURN count(m)", Map.of());
            String text = (prepared == 0 ? "" : prepared + " prepared transactions, ")
                    + (documents == 0 ? "" : documents + " documents, ")
                    + (deliveries == 0 ? "" : deliveries + " deliveries, ")
                    + (markers == 0 ? "" : markers + " markers, ");
            return text.isEmpty() ? logged() + messages() : text;
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** What Narayana's log holds. */
    private String logged() {
        Path log = world.strata().folder().resolve("server/data/tx-object-store");
        try (Stream<Path> files = Files.walk(log)) {
            List<Path> entries = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("AtomicAction"))
                    .toList();
            return entries.isEmpty() ? "" : entries.size() + " entries of the transaction log, ";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the queues hold, dead letters included. */
    private String messages() {
        String metrics = metrics();
        StringBuilder text = new StringBuilder();
        int queues = 0;
        for (String line : metrics.lines().toList()) {
            Matcher queue = QUEUE.matcher(line);
            if (queue.matches()) {
                queues++;
                if (Double.parseDouble(queue.group(2)) > 0) {
                    text.append(queue.group(2))
                            .append(" messages in ")
                            .append(queue.group(1))
                            .append(", ");
                }
            }
        }
        return queues == 0 ? "the server tells nothing of its queues" : text.toString();
    }

    private String metrics() {
        URI address = URI.create("http://127.0.0.1:" + world.strata().server().managementPort() + "/prometheus");
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

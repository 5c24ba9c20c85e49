package io.strata.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.svix.Webhook;
import com.svix.exceptions.WebhookVerificationException;
import io.strata.common.Json;
import io.strata.common.UuidV7;
import io.strata.events.DomainEvent;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks what is sent with a library that others wrote for receivers. */
class DeliveryAttemptTest {

    private final WebhookSecret secret = WebhookSecret.generate();
    private final UUID project = UuidV7.next();
    private final DomainEvent event = new DomainEvent(
            UuidV7.next(),
            "node.created",
            UuidV7.next(),
            project,
            UuidV7.next(),
            UuidV7.next(),
            Instant.parse("2026-11-20T12:00:00Z"),
            Map.of("title", "Grüße, \"Welt\""));
    private final String payload = FanOut.payload(event);
    private final DeliveryLedger.Attempt attempt = new DeliveryLedger.Attempt(
            URI.create("https://example.org"),
            event.id().toString(),
            List.of(secret),
            payload.getBytes(StandardCharsets.UTF_8));

    @Test
    void isVerifiedByAnIndependentLibrary() {
        assertThat(secret.text()).startsWith("whsec_");
        assertThatCode(() -> new Webhook(secret.text()).verify(payload, headers(Instant.now())))
                .doesNotThrowAnyException();
    }

    @Test
    void isVerifiedWithEachOfTwoSecretsWhileOneReplacesTheOther() {
        WebhookSecret next = WebhookSecret.generate();
        HttpHeaders headers = headers(
                new DeliveryLedger.Attempt(
                        attempt.destination(), attempt.messageId(), List.of(next, secret), attempt.body()),
                Instant.now());

        assertThatCode(() -> new Webhook(next.text()).verify(payload, headers)).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(secret.text()).verify(payload, headers))
                .doesNotThrowAnyException();
        assertThat(headers.firstValue("webhook-signature").orElseThrow().split(" "))
                .hasSize(2);
    }

    @Test
    void isRefusedWhenTheBodyTheSecretOrTheTimeIsAnother() {
        HttpHeaders headers = headers(Instant.now());
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> new Webhook(secret.text()).verify(payload + " ", headers));
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> new Webhook(WebhookSecret.generate().text()).verify(payload, headers));
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> new Webhook(secret.text())
                        .verify(payload, headers(Instant.now().minusSeconds(3600))));
    }

    @Test
    void saysWhatHappenedWhenAndToWhat() {
        JsonObject message = Json.read(payload, JsonObject.class);

        assertThat(message.getString("type")).isEqualTo("node.created");
        assertThat(message.getString("timestamp")).isEqualTo("2026-11-20T12:00:00Z");
        JsonObject data = message.getJsonObject("data");
        assertThat(data.getString("title")).isEqualTo("Grüße, \"Welt\"");
        assertThat(data.getString("project_id")).isEqualTo(project.toString());
        assertThat(data.getString("subject_id")).isEqualTo(event.subjectId().toString());
    }

    private HttpHeaders headers(Instant now) {
        return headers(attempt, now);
    }

    private static HttpHeaders headers(DeliveryLedger.Attempt attempt, Instant now) {
        Map<String, List<String>> headers = attempt.headers(now).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}

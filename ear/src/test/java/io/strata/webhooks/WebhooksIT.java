package io.strata.webhooks;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.svix.Webhook;
import com.svix.exceptions.WebhookVerificationException;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class WebhooksIT {

    private final World world;

    WebhooksIT(World world) {
        this.world = world;
    }

    @Test
    void deliversAnEventThatAnIndependentLibraryVerifies() throws Exception {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver()) {
            Answer webhook = subscribe(project, receiver.url(), "node.created");
            Answer issue = project.issue("News");

            Receiver.Call call = await("the call")
                    .until(receiver::calls, calls -> !calls.isEmpty())
                    .get(0);

            Webhook verifier = new Webhook(webhook.text("secret"));
            assertThatCode(() -> verifier.verify(call.body(), call.headers())).doesNotThrowAnyException();
            assertThatThrownBy(() -> verifier.verify(call.body() + " ", call.headers()))
                    .isInstanceOf(WebhookVerificationException.class);
            assertThat(call.body()).contains("node.created", issue.text("id"));
            assertThat(call.header("webhook-id")).isNotBlank();
        }
    }

    @Test
    void triesAgainWithTheSameIdUntilItIsReceived() throws IOException {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver(500, 503)) {
            Answer webhook = subscribe(project, receiver.url(), "node.created");
            project.issue("Insistent");

            await("the third call").until(() -> receiver.calls().size() == 3);

            assertThat(receiver.calls().stream()
                            .map(call -> call.header("webhook-id"))
                            .distinct())
                    .hasSize(1);
            await("the note of it").untilAsserted(() -> {
                var delivery = project.api()
                        .get("/webhooks/" + webhook.id() + "/deliveries")
                        .mustBe(200)
                        .items()
                        .get(0);
                assertThat(delivery.getString("status")).isEqualTo("delivered");
                assertThat(delivery.getInt("attempts")).isEqualTo(3);
            });
        }
    }

    @Test
    void deliversOnlyWhatTheFilterNames() throws IOException {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver()) {
            subscribe(project, receiver.url(), "node.status_changed");
            Answer issue = project.issue("Quiet");
            project.api()
                    .patch("/nodes/" + issue.id(), object("title", "Still quiet"))
                    .mustBe(200);
            project.api()
                    .patch("/nodes/" + issue.id(), object("status", "done"))
                    .mustBe(200);

            await("the call").until(() -> !receiver.calls().isEmpty());

            assertThat(receiver.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.body()).contains("node.status_changed", "done"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:9/hook",
                "http://10.0.0.1/hook",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:8080/",
                "http://0.0.0.0/",
                "file:///etc/passwd",
                "http://user:secret@example.com/"
            })
    void refusesAddressesInsideTheOwnNetwork(String url) {
        TestProject project = world.project();

        Answer refused = project.api()
                .post(project.path("/webhooks"), object("url", url, "events", List.of("*")))
                .mustBe(422);

        assertThat(refused.wrongFields()).containsExactly("url");
    }

    @Test
    void showsTheSecretOnlyOnce() throws IOException {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver()) {
            Answer created = subscribe(project, receiver.url(), "*");

            Answer read = project.api().get("/webhooks/" + created.id()).mustBe(200);

            assertThat(created.text("secret")).startsWith("whsec_");
            assertThat(read.text("secret")).isNull();
            assertThat(world.stores()
                            .number(
                                    "select count(*) from audit_log where position(? in coalesce(state_after::text, '')) > 0",
                                    created.text("secret")))
                    .isZero();
        }
    }

    @Test
    void leavesWebhooksToAdministrators() throws IOException {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver()) {
            Answer webhook = subscribe(project, receiver.url(), "*");
            Api member = project.workspace().member("MEMBER");
            Api stranger = world.as(world.person());

            member.get("/webhooks/" + webhook.id()).mustBe(403);
            stranger.get("/webhooks/" + webhook.id()).mustBe(404);
            stranger.get(project.path("/webhooks")).mustBe(404);
            stranger.delete("/webhooks/" + webhook.id()).mustBe(404);
            project.api().delete("/webhooks/" + webhook.id()).mustBe(204);
            project.api().get("/webhooks/" + webhook.id()).mustBe(404);
        }
    }

    private static Answer subscribe(TestProject project, String url, String event) {
        return project.api()
                .post(project.path("/webhooks"), object("url", url, "events", List.of(event)))
                .mustBe(201);
    }
}

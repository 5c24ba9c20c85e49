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

    @Test
    void hearsOnlyOfThePartOfTheTreeItIsNarrowedDownTo() throws IOException {
        TestProject project = world.project();
        Answer part = project.component("Part");
        Answer inner = project.create("component", "Inner", part.id());
        try (Receiver receiver = new Receiver()) {
            Answer webhook = project.api()
                    .post(
                            project.path("/webhooks"),
                            object(
                                    "url",
                                    receiver.url(),
                                    "events",
                                    List.of("node.*"),
                                    "subtree",
                                    part.text("short_id")))
                    .mustBe(201);
            assertThat(webhook.text("subtree_id")).isEqualTo(part.text("id"));

            project.issue("Elsewhere");
            Answer deep = project.create("issue", "Deep inside", inner.id());
            project.api()
                    .post("/nodes/" + deep.id() + "/move", object("parent_id", project.rootId()))
                    .mustBe(200);
            project.api()
                    .patch("/nodes/" + deep.id(), object("title", "Outside now"))
                    .mustBe(200);
            project.api().delete("/nodes/" + inner.id()).mustBe(200);

            await("the calls").until(() -> receiver.calls().size() == 3);
            assertThat(receiver.calls())
                    .extracting(Receiver.Call::body)
                    .anyMatch(body -> body.contains("node.created") && body.contains("Deep inside"))
                    .anyMatch(body -> body.contains("node.moved"))
                    .anyMatch(body -> body.contains("node.deleted"));
            assertThat(project.api()
                            .patch("/webhooks/" + webhook.id(), object("subtree", ""))
                            .mustBe(200)
                            .text("subtree_id"))
                    .isNull();
        }
    }

    @Test
    void hearsOnlyOfNodesWithItsLabels() throws IOException {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver()) {
            project.api()
                    .post(
                            project.path("/webhooks"),
                            object("url", receiver.url(), "events", List.of("*"), "labels", List.of("urgent", "legal")))
                    .mustBe(201);
            Answer plain = project.issue("Plain");
            Answer urgent = project.api()
                    .post(
                            project.path("/nodes"),
                            object("kind", "issue", "title", "Burning", "labels", List.of("urgent", "x")))
                    .mustBe(201);
            project.api()
                    .post("/nodes/" + plain.id() + "/comments", object("text", "No hurry"))
                    .mustBe(201);
            project.api()
                    .post("/nodes/" + urgent.id() + "/comments", object("text", "Hurry"))
                    .mustBe(201);

            await("the calls").until(() -> receiver.calls().size() == 2);
            assertThat(receiver.calls())
                    .allSatisfy(call -> assertThat(call.body()).contains(urgent.text("id")));
        }
    }

    @Test
    void narrowsDownOnlyToWhatIsThere() {
        TestProject project = world.project();
        Answer elsewhere = world.project().issue("Elsewhere");
        for (Object subtree : List.of(elsewhere.text("id"), "NO-1", java.util.UUID.randomUUID())) {
            assertThat(project.api()
                            .post(
                                    project.path("/webhooks"),
                                    object("url", "https://example.com/hook", "subtree", subtree))
                            .mustBe(422)
                            .wrongFields())
                    .containsExactly("subtree");
        }
        assertThat(project.api()
                        .post(
                                project.path("/webhooks"),
                                object("url", "https://example.com/hook", "labels", List.of("x".repeat(101))))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("labels");
    }

    @Test
    void signsWithBothSecretsWhileOneReplacesTheOther() throws Exception {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver()) {
            Answer created = subscribe(project, receiver.url(), "node.created");
            String path = "/webhooks/" + created.id();

            Answer rotated = project.api()
                    .post(path + "/rotate-secret", object("overlap_hours", 2))
                    .mustBe(200);

            assertThat(rotated.text("secret")).startsWith("whsec_").isNotEqualTo(created.text("secret"));
            assertThat(rotated.text("previous_secret_until")).isNotNull();
            assertThat(project.api().get(path).mustBe(200).text("secret")).isNull();
            project.issue("Signed twice");
            await("the call").until(() -> receiver.calls().size() == 1);
            for (Answer secret : List.of(created, rotated)) {
                assertThat(verifies(secret, receiver.calls().get(0))).isTrue();
            }

            Answer last = project.api()
                    .post(path + "/rotate-secret", object("overlap_hours", 0))
                    .mustBe(200);
            project.issue("Signed once");
            await("the call").until(() -> receiver.calls().size() == 2);
            assertThat(verifies(last, receiver.calls().get(1))).isTrue();
            assertThat(verifies(rotated, receiver.calls().get(1))).isFalse();

            project.api()
                    .post(path + "/rotate-secret", object("overlap_hours", 169))
                    .mustBe(422);
            project.workspace()
                    .member("MEMBER")
                    .post(path + "/rotate-secret", object())
                    .mustBe(403);
            world.as(world.person()).post(path + "/rotate-secret", object()).mustBe(404);
            assertThat(audited(created, "webhook.secret_rotated")).isEqualTo(2);
        }
    }

    @Test
    void isSwitchedOffWhenTheReceiverIsGoneAndOnAgainByAPerson() throws IOException {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver(410)) {
            Answer webhook = subscribe(project, receiver.url(), "node.created");
            String path = "/webhooks/" + webhook.id();
            project.issue("The last that it hears of");

            await("the end")
                    .until(() -> !project.api().get(path).mustBe(200).json().getBoolean("active"));

            assertThat(project.api().get(path).text("disabled_reason")).contains("410");
            assertThat(audited(webhook, "webhook.disabled")).isEqualTo(1);
            project.api().post(path + "/test").mustBe(409);
            Answer again = project.api().patch(path, object("active", true)).mustBe(200);
            assertThat(again.text("disabled_reason")).isNull();
            project.issue("News again");
            await("the call").until(() -> receiver.calls().size() == 2);
        }
    }

    @Test
    void isSwitchedOffAfterFiveDeliveriesThatWereGivenUp() throws IOException {
        TestProject project = world.project();
        try (Receiver receiver = new Receiver()) {
            Answer webhook = subscribe(project, receiver.url(), "node.created");
            world.stores().sql("update webhook set url = 'http://10.0.0.1/moved' where id = ?", webhook.id());
            for (int i = 0; i < 5; i++) {
                project.issue("In vain");
            }

            await("the end")
                    .until(() -> !project.api()
                            .get("/webhooks/" + webhook.id())
                            .mustBe(200)
                            .json()
                            .getBoolean("active"));

            assertThat(project.api().get("/webhooks/" + webhook.id()).text("disabled_reason"))
                    .contains("5 deliveries in a row");
            assertThat(audited(webhook, "webhook.disabled")).isEqualTo(1);
        }
    }

    private long audited(Answer webhook, String action) {
        return world.stores()
                .number("select count(*) from audit_log where action = ? and subject_id = ?", action, webhook.id());
    }

    private static boolean verifies(Answer secret, Receiver.Call call) throws Exception {
        try {
            new Webhook(secret.text("secret")).verify(call.body(), call.headers());
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    private static Answer subscribe(TestProject project, String url, String event) {
        return project.api()
                .post(project.path("/webhooks"), object("url", url, "events", List.of(event)))
                .mustBe(201);
    }
}

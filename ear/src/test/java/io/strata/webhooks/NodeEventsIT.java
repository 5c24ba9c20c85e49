package io.strata.webhooks;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@AgainstStrata
class NodeEventsIT {

    private final World world;

    NodeEventsIT(World world) {
        this.world = world;
    }

    @Test
    void tellsOfMovesLinksCommentsAndTheTrash() throws IOException {
        TestProject project = world.project();
        Answer issue = project.issue("Subject");
        Answer other = project.issue("Other");
        Answer component = project.component("Place");
        try (Receiver receiver = new Receiver()) {
            project.api()
                    .post(
                            project.path("/webhooks"),
                            object("url", receiver.url(), "events", List.of("node.*", "link.*", "comment.*")))
                    .mustBe(201);

            change(project.api(), "/nodes/" + issue.id(), other, component);

            await("all calls").until(() -> receiver.calls().size() == 8);
            Map<String, JsonObject> data = receiver.calls().stream()
                    .map(call -> parse(call.body()))
                    .collect(Collectors.toMap(event -> event.getString("type"), event -> event.getJsonObject("data")));
            assertThat(data)
                    .containsOnlyKeys(
                            "node.moved",
                            "link.created",
                            "link.deleted",
                            "comment.created",
                            "comment.changed",
                            "comment.deleted",
                            "node.deleted",
                            "node.restored");
            assertThat(data.get("node.moved").toString())
                    .contains(project.rootId().toString(), component.text("id"), issue.text("short_id"));
            assertThat(data.get("link.created").toString()).contains("blocks", other.text("short_id"));
            assertThat(data.get("comment.created").toString()).contains(issue.text("id"));
        }
    }

    @Test
    void tellsWhoIsMentionedForTheFirstTime() throws IOException {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Person member = project.workspace().join("MEMBER");
        try (Receiver receiver = new Receiver()) {
            project.api()
                    .post(project.path("/webhooks"), object("url", receiver.url(), "events", List.of("comment.*")))
                    .mustBe(201);

            Answer comment = project.api()
                    .post("/nodes/" + issue.id() + "/comments", object("text", "@" + member.handle()))
                    .mustBe(201);
            project.api()
                    .patch("/comments/" + comment.id(), object("text", "Again @" + member.handle()))
                    .mustBe(200);

            await("both calls").until(() -> receiver.calls().size() == 2);
            assertThat(receiver.calls())
                    .extracting(Receiver.Call::body)
                    .anySatisfy(body ->
                            assertThat(body).contains("comment.created", "\"mentions\":[\"" + member.id() + "\"]"))
                    .anySatisfy(
                            body -> assertThat(body).contains("comment.changed").doesNotContain("mentions"));
        }
    }

    @Test
    void tellsOnlyWhatTheMakerOfTheWebhookMayRead() throws IOException {
        TestProject project = world.project();
        Answer secret = project.component("Secret part");
        Answer open = project.issue("Open work");
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "admin", "node_id", secret.id()))
                .mustBe(201);
        try (Receiver receiver = new Receiver()) {
            project.workspace()
                    .member("ADMIN")
                    .post(project.path("/webhooks"), object("url", receiver.url(), "events", List.of("*")))
                    .mustBe(201);

            project.create("issue", "Secret work", secret.id());
            project.api()
                    .post("/nodes/" + open.id() + "/move", object("parent_id", secret.id()))
                    .mustBe(200);
            project.issue("The last one");

            await("the last call").until(() -> !receiver.calls().isEmpty());
            assertThat(receiver.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.body()).contains("The last one"));
        }
    }

    private static void change(Api api, String issue, Answer other, Answer component) {
        api.post(issue + "/move", object("parent_id", component.id())).mustBe(200);
        api.post(issue + "/links", object("type", "blocks", "target_id", other.id()))
                .mustBe(201);
        api.delete(issue + "/links/blocks/" + other.id()).mustBe(204);
        String comment = "/comments/"
                + api.post(issue + "/comments", object("text", "One"))
                        .mustBe(201)
                        .id();
        api.patch(comment, object("text", "Two")).mustBe(200);
        api.delete(comment).mustBe(204);
        api.delete(issue).mustBe(200);
        api.post(issue + "/restore").mustBe(200);
    }

    private static JsonObject parse(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}

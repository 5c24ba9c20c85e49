package io.strata.requests;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.bind.JsonbBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are sent again under the same key. */
@AgainstStrata
class RepetitionsIT {

    private final World world;
    private TestProject project;
    private Api api;

    RepetitionsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        api = project.api();
    }

    @Test
    void answersARepetitionAsBeforeAndDoesNothing() {
        String key = key();
        Object body = object("kind", "issue", "title", "Once");

        Answer first = post(key, project.path("/nodes"), body).mustBe(201);
        Answer second = post(key, project.path("/nodes"), body).mustBe(201);
        Answer quoted = post('"' + key + '"', project.path("/nodes"), body).mustBe(201);

        for (Answer again : List.of(second, quoted)) {
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        }
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(titles()).containsOnlyOnce("Once");
        assertThat(post(key(), project.path("/nodes"), body).mustBe(201).id()).isNotEqualTo(first.id());
    }

    @Test
    void repeatsAnswersOfEveryKind() {
        UUID issue = project.issue("Issue").id();
        String patchKey = key();
        String deleteKey = key();
        for (int time = 0; time < 2; time++) {
            Answer patched = api.send(api.request("/nodes/" + issue)
                    .header("Idempotency-Key", patchKey)
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString("{\"title\":\"Changed\"}")));
            assertThat(patched.mustBe(200).text("title")).isEqualTo("Changed");
        }
        UUID comment = api.post("/nodes/" + issue + "/comments", object("text", "Words"))
                .mustBe(201)
                .id();
        for (int time = 0; time < 2; time++) {
            Answer deleted = api.send(api.request("/comments/" + comment)
                    .header("Idempotency-Key", deleteKey)
                    .DELETE());
            deleted.mustBe(204);
        }
        api.delete("/comments/" + comment).mustBe(404);
    }

    @Test
    void doesItOnceWhenManyComeAtOnce() throws Exception {
        String key = key();
        Object body = object("kind", "issue", "title", "At once");

        List<Answer> answers =
                AtOnce.run(Collections.nCopies(8, (Callable<Answer>) () -> post(key, project.path("/nodes"), body)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(Answer::id)
                        .distinct())
                .hasSize(1);
        assertThat(titles()).containsOnlyOnce("At once");
    }

    @Test
    void refusesAnotherRequestWithTheSameKey() {
        String key = key();
        post(key, project.path("/nodes"), object("kind", "issue", "title", "This"))
                .mustBe(201);

        Answer otherBody = post(key, project.path("/nodes"), object("kind", "issue", "title", "That"));
        Answer otherPath = post(key, project.path("/cycles"), object("kind", "issue", "title", "This"));

        assertThat(otherBody.mustBe(422).wrongFields()).containsExactly("Idempotency-Key");
        assertThat(otherPath.mustBe(422).wrongFields()).containsExactly("Idempotency-Key");
        assertThat(titles()).contains("This").doesNotContain("That");
    }

    @Test
    void keepsKeysOfDifferentCallersApart() {
        String key = key();
        Object body = object("kind", "issue", "title", "Mine");
        Person other = project.workspace().join("MEMBER");

        UUID mine = post(key, project.path("/nodes"), body).mustBe(201).id();
        UUID theirs = post(world.as(other), key, project.path("/nodes"), body)
                .mustBe(201)
                .id();

        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void keepsNothingOfARequestThatFailed() {
        String key = key();
        post(key, project.path("/nodes"), object("kind", "issue", "title", "")).mustBe(422);

        post(key, project.path("/nodes"), object("kind", "issue", "title", "Now right"))
                .mustBe(201);
    }

    @Test
    void keepsTheAnswerExactlyIfTheRequestWasCarriedOut() {
        String key = key();
        String stale = "\"made-up\"";
        UUID issue = project.issue("Before").id();

        Answer late = api.send(api.request("/nodes/" + issue)
                .header("Idempotency-Key", key)
                .header("If-Match", stale)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"title\":\"After\"}")));

        late.mustBe(412);
        assertThat(kept(key)).isZero();
        post(key, project.path("/nodes"), object("kind", "issue", "title", "Kept"))
                .mustBe(201);
        assertThat(kept(key)).isEqualTo(1);
    }

    @Test
    void doesBulkChangesAndImportsOnce() {
        String key = key();
        Object bulk = object(
                "items",
                List.of(
                        object("op", "create", "create", object("kind", "issue", "title", "Bulk")),
                        object("op", "create", "create", object("kind", "issue", "title", "Bulk too"))));
        Answer first = post(key, project.path("/nodes/bulk"), bulk).mustBe(200);
        Answer again = post(key, project.path("/nodes/bulk"), bulk).mustBe(200);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(titles()).containsOnlyOnce("Bulk", "Bulk too");
        Object wrong = object("items", List.of(object("op", "create", "create", object("kind", "issue"))));
        assertThat(post(key(), project.path("/nodes/bulk"), wrong).mustBe(422).wrongFields())
                .containsExactly("items[0].title");
        assertThat(post(key(), project.path("/nodes/bulk?mode=each"), bulk)
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("mode");
    }

    @Test
    void showsASecretAgainAndKeepsItSealed() throws Exception {
        String key = key();
        Object webhook = object("url", "https://example.com/hook", "events", List.of("*"));

        String secret =
                post(key, project.path("/webhooks"), webhook).mustBe(201).text("secret");

        assertThat(post(key, project.path("/webhooks"), webhook).mustBe(201).text("secret"))
                .isEqualTo(secret)
                .isNotBlank();
        byte[] stored = (byte[]) world.stores()
                .rows("select body from repeatable_request where key = ?", key)
                .get(0)
                .get("body");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(secret.substring(6));
    }

    @Test
    void forgetsAfterADay() {
        String key = key();
        Object body = object("kind", "issue", "title", "Daily");
        UUID first = post(key, project.path("/nodes"), body).mustBe(201).id();
        age(key);

        assertThat(post(key, project.path("/nodes"), body).mustBe(201).id()).isNotEqualTo(first);
        assertThat(kept(key)).isEqualTo(1);
    }

    @Test
    void letsNobodyElseReadWhatIsKept() throws Exception {
        String key = key();
        post(key, project.path("/nodes"), object("kind", "issue", "title", "T")).mustBe(201);
        String stranger = world.person().id().toString();

        try (Connection connection = world.stores().connect(stranger);
                var question = connection.prepareStatement("select count(*) from repeatable_request where key = ?")) {
            question.setString(1, key);
            try (ResultSet rows = question.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
        assertThat(kept(key)).isEqualTo(1);
    }

    @Test
    void refusesKeysOfAnotherForm() {
        for (String wrong : new String[] {"", " ", "two words", "x".repeat(256), "\"open"}) {
            assertThat(post(wrong, project.path("/nodes"), object("kind", "issue", "title", "T"))
                            .mustBe(422)
                            .wrongFields())
                    .containsExactly("Idempotency-Key");
        }
    }

    @Test
    void refusesWhatItCannotKeep() {
        Answer upload = api.send(api.request(project.workspace().path("/documents"))
                .header("Idempotency-Key", key())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\""
                        + "\r\n\r\nWords\r\n--b--\r\n")));
        Answer job = post(key(), "/jobs/reconciliation/executions", "");

        assertThat(upload.mustBe(422).wrongFields()).containsExactly("Idempotency-Key");
        assertThat(job.mustBe(422).wrongFields()).containsExactly("Idempotency-Key");
    }

    @Test
    void keepsThatACallWaitsForApproval() {
        Api agent = world.as(project.workspace().agent("MEMBER"));
        String path = "/nodes/" + project.issue("Issue").id();
        String key = key();

        Answer first =
                agent.send(agent.request(path).header("Idempotency-Key", key).DELETE());
        String request = first.mustBe(202).text("id");
        Answer decision = post(key(), "/approvals/" + request + "/reject", object("reason", "Still needed"));
        api.post("/approvals/" + request + "/reject", object("reason", "Still needed"))
                .mustBe(200);
        Answer again =
                agent.send(agent.request(path).header("Idempotency-Key", key).DELETE());

        assertThat(decision.mustBe(422).wrongFields()).containsExactly("Idempotency-Key");
        assertThat(again.mustBe(202).text("id")).isEqualTo(request);
        assertThat(again.header("Location")).endsWith("/api/v1/approvals/" + request);
        assertThat(agent.get("/approvals").mustBe(200).items()).hasSize(1);
    }

    @Test
    void leavesNobodyToTheEndpoint() {
        post(world.anonymous(), key(), project.path("/nodes"), object("kind", "issue", "title", "T"))
                .mustBe(401);
    }

    @Test
    void countsRacesOnlyOnce() throws Exception {
        List<Answer> answers = AtOnce.run(IntStream.range(0, 6)
                .mapToObj(i -> (Callable<Answer>)
                        () -> post(key(), project.path("/nodes"), object("kind", "issue", "title", "Race " + i)))
                .toList());

        assertThat(answers).allSatisfy(answer -> answer.mustBe(201));
        assertThat(titles()).hasSize(7).doesNotHaveDuplicates();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Answer post(String key, String path, Object body) {
        return post(api, key, path, body);
    }

    private static Answer post(Api api, String key, String path, Object body) {
        String json = body instanceof String text ? text : JsonbBuilder.create().toJson(body);
        return api.send(api.request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private List<String> titles() {
        return api.get(project.path("/nodes?limit=200")).mustBe(200).each("title");
    }

    private long kept(String key) {
        return world.stores().number("select count(*) from repeatable_request where key = ?", key);
    }

    private void age(String key) {
        try (Connection owner = world.stores().connectAsOwner();
                var statement = owner.prepareStatement(
                        "update repeatable_request set answered_at = now() - interval '25 hours' where key = ?")) {
            statement.setString(1, key);
            statement.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

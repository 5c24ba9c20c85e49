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
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What depends on that something is as it was read. */
@AgainstStrata
class ConditionsIT {

    private final World world;
    private TestProject project;
    private Api api;

    ConditionsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        api = project.api();
    }

    @Test
    void givesEverySingleThingATag() {
        Answer issue = project.issue("Issue");
        UUID workspace = project.workspace().id();
        UUID cycle = api.post(
                        project.path("/cycles"),
                        object("name", "C", "start_date", "2026-01-01", "end_date", "2026-01-31"))
                .mustBe(201)
                .id();
        UUID comment = api.post("/nodes/" + issue.id() + "/comments", object("text", "Words"))
                .mustBe(201)
                .id();
        UUID topic = api.post("/workspaces/" + workspace + "/topics", object("name", "T", "description", "About it"))
                .mustBe(201)
                .id();
        UUID webhook = api.post(
                        project.path("/webhooks"), object("url", "https://example.com/h", "events", List.of("*")))
                .mustBe(201)
                .id();
        UUID rule = api.post(
                        "/workspaces/" + workspace + "/rules",
                        object("effect", "deny", "action", "node_write", "role", "member"))
                .mustBe(201)
                .id();
        Answer other = project.issue("Other");
        project.link(issue, "blocks", other);
        UUID me = UUID.fromString(api.get("/auth/me").text("actor_id"));

        for (String path : new String[] {
            "/nodes/" + issue.id(),
            "/nodes/" + issue.text("short_id"),
            project.path(""),
            project.path("/workflow"),
            "/workspaces/" + workspace,
            "/workspaces/" + workspace + "/members/" + me,
            "/nodes/" + issue.id() + "/links/blocks/" + other.text("short_id"),
            "/cycles/" + cycle,
            "/comments/" + comment,
            "/topics/" + topic,
            "/webhooks/" + webhook,
            "/rules/" + rule,
            "/rate-limits/actors/" + me
        }) {
            Answer read = api.get(path).mustBe(200);
            String tag = read.header("ETag");

            assertThat(tag).as(path).matches("\"[A-Za-z0-9_-]{24}\"");
            Answer again =
                    api.send(api.request(path).header("If-None-Match", tag).GET());
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            api.send(api.request(path)
                            .header("If-None-Match", "\"another\", W/" + tag)
                            .GET())
                    .mustBe(304);
            assertThat(api.send(api.request(path)
                                    .header("If-None-Match", "\"another\"")
                                    .GET())
                            .mustBe(200)
                            .body())
                    .isEqualTo(read.body());
        }
    }

    @Test
    void answersWhereverALocationLeads() {
        Answer issue = project.issue("Issue");
        Answer other = project.issue("Other");
        String workspace = "/workspaces/" + project.workspace().id();
        List<Answer> made = List.of(
                issue,
                api.post("/nodes/" + issue.id() + "/links", object("type", "relates_to", "target_id", other.id())),
                api.post("/nodes/" + issue.id() + "/comments", object("text", "Words")),
                api.post(workspace + "/rules", object("effect", "deny", "action", "node_write", "role", "member")),
                api.post(
                        workspace + "/members",
                        object("actor_id", world.person().id(), "role", "viewer")),
                api.post(workspace + "/topics", object("name", "T", "description", "About it")));

        assertThat(made).allSatisfy(answer -> {
            String location = answer.mustBe(201).header("Location");
            String path = location.substring(location.indexOf("/api/v1") + "/api/v1".length());
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        });
        assertThat(api.get("/nodes/" + other.id() + "/links/relates_to/" + issue.id())
                        .mustBe(200)
                        .text("direction"))
                .isNotBlank();
        api.get("/nodes/" + issue.id() + "/links/blocks/" + other.id()).mustBe(404);
        api.get("/nodes/" + issue.id() + "/links/likes/" + other.id()).mustBe(422);
        world.as(world.person())
                .get("/nodes/" + issue.id() + "/links/relates_to/" + other.id())
                .mustBe(404);
    }

    @Test
    void showsRulesAndMembersToWhomTheyAreShownInLists() {
        String workspace = "/workspaces/" + project.workspace().id();
        String rule = "/rules/"
                + api.post(workspace + "/rules", object("effect", "deny", "action", "node_write", "role", "member"))
                        .mustBe(201)
                        .id();
        Person viewer = project.workspace().join("VIEWER");
        Api stranger = world.as(world.person());

        world.as(viewer).get(rule).mustBe(403);
        stranger.get(rule).mustBe(404);
        api.get("/rules/" + UUID.randomUUID()).mustBe(404);
        assertThat(world.as(viewer)
                        .get(workspace + "/members/" + viewer.id())
                        .mustBe(200)
                        .text("role"))
                .isEqualTo("viewer");
        stranger.get(workspace + "/members/" + viewer.id()).mustBe(404);
        api.get(workspace + "/members/" + UUID.randomUUID()).mustBe(404);
    }

    @Test
    void changesWhatIsAsItWasReadAndNothingElse() {
        String path = "/nodes/" + project.issue("Before").id();
        String tag = api.get(path).header("ETag");

        Answer changed = patch(path, tag, object("title", "After")).mustBe(200);
        Answer late = patch(path, tag, object("title", "Too late")).mustBe(412);

        assertThat(late.errorCode()).isEqualTo("precondition_failed");
        Answer now = api.get(path).mustBe(200);
        assertThat(now.json().getJsonObject("node").getString("title")).isEqualTo("After");
        assertThat(changed.header("ETag")).isEqualTo(now.header("ETag")).isNotEqualTo(tag);
        patch(path, changed.header("ETag"), object("title", "And on")).mustBe(200);
    }

    @Test
    void auditsNothingThatWasTooLate() {
        UUID issue = project.issue("Issue").id();

        patch("/nodes/" + issue, "\"made-up\"", object("title", "Too late")).mustBe(412);

        assertThat(api.get("/audit?workspace_id=" + project.workspace().id() + "&subject_kind=node&subject_id=" + issue)
                        .each("action"))
                .containsExactly("node.created");
    }

    @Test
    void holdsForWhateverStoreIsBehindIt() {
        UUID workspace = project.workspace().id();
        UUID issue = project.issue("Issue").id();
        String comment = "/comments/"
                + api.post("/nodes/" + issue + "/comments", object("text", "Words"))
                        .mustBe(201)
                        .id();
        String webhook = "/webhooks/"
                + api.post(project.path("/webhooks"), object("url", "https://example.com/h", "events", List.of("*")))
                        .mustBe(201)
                        .id();
        expectOneChange(project.path(""), object("name", "One"), object("name", "Two"));
        expectOneChange("/workspaces/" + workspace, object("name", "One"), object("name", "Two"));
        expectOneChange(comment, object("text", "One"), object("text", "Two"));
        expectOneChange(webhook, object("description", "One"), object("description", "Two"));
        expectOneChange("/nodes/" + issue, object("description", "One"), object("description", "Two"));
    }

    private void expectOneChange(String path, Object first, Object second) {
        String tag = api.get(path).mustBe(200).header("ETag");
        Answer changed = patch(path, tag, first).mustBe(200);
        patch(path, tag, second).mustBe(412);
        assertThat(changed.header("ETag"))
                .as(path)
                .isEqualTo(api.get(path).header("ETag"))
                .isNotEqualTo(tag);
        patch(path, changed.header("ETag"), second).mustBe(200);
    }

    @Test
    void putsAndDeletesOnlyWhatIsAsItWasRead() {
        String issue = "/nodes/" + project.issue("Issue").id();
        String cycle = "/cycles/"
                + api.post(
                                project.path("/cycles"),
                                object("name", "C", "start_date", "2026-01-01", "end_date", "2026-01-31"))
                        .mustBe(201)
                        .id();
        for (String path : new String[] {issue, cycle}) {
            api.send(api.request(path).header("If-Match", "\"made-up\"").DELETE())
                    .mustBe(412);
            String tag = api.get(path).mustBe(200).header("ETag");
            assertThat(api.send(api.request(path).header("If-Match", tag).DELETE())
                            .status())
                    .isIn(200, 204);
            api.get(path).mustBe(404);
        }
    }

    @Test
    void letsExactlyOneOfManyChangesThrough() throws Exception {
        String node = "/nodes/" + project.issue("Issue").id();
        for (String path : new String[] {node, project.path("")}) {
            String tag = api.get(path).header("ETag");
            String name = path.equals(node) ? "title" : "name";

            List<Answer> answers = AtOnce.run(IntStream.range(0, 6)
                    .mapToObj(i -> (Callable<Answer>) () -> patch(path, tag, object(name, "By " + i)))
                    .toList());

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(5);
        }
    }

    @Test
    void noticesAChangeThatHasNoCondition() throws Exception {
        String path = "/nodes/" + project.issue("Issue").id();
        for (int round = 0; round < 5; round++) {
            String tag = api.get(path).header("ETag");
            Supplier<Answer> conditional = () -> patch(path, tag, object("status", "done"));
            int number = round;

            List<Answer> answers = AtOnce.run(List.of(
                    conditional::get, () -> api.patch(path, object("title", "Without condition " + number))));

            assertThat(answers.get(1).status()).isEqualTo(200);
            String status = api.get(path).json().getJsonObject("node").getString("status");
            assertThat(status).isEqualTo(answers.get(0).status() == 200 ? "done" : "backlog");
            api.patch(path, object("status", "backlog")).mustBe(200);
        }
    }

    @Test
    void saysFirstWhatIsWrongWithTheRequestItself() {
        String path = "/nodes/" + project.issue("Issue").id();

        patch(path, "\"made-up\"", object("title", "")).mustBe(422);
        patch("/nodes/" + UUID.randomUUID(), "\"made-up\"", object("title", "T"))
                .mustBe(404);
        Api viewer = project.workspace().member("VIEWER");
        viewer.send(viewer.request(path)
                        .header("If-Match", "*")
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString("{\"title\":\"T\"}")))
                .mustBe(403);
    }

    @Test
    void takesTheStarForWhateverIsThere() {
        String path = "/nodes/" + project.issue("Issue").id();

        patch(path, "*", object("title", "Star")).mustBe(200);
    }

    @Test
    void doesNotChangeOnTheGroundOfSomeFields() {
        String path = "/nodes/" + project.issue("Issue").id();
        String weak = api.get(path + "?fields=node.title").mustBe(200).header("ETag");

        assertThat(weak).startsWith("W/\"");
        patch(path, weak, object("title", "T")).mustBe(412);
    }

    @Test
    void keepsNoCallForApprovalWhoseConditionDoesNotHold() {
        String path = "/nodes/" + project.issue("Issue").id();
        Api agent = world.as(project.workspace().agent("MEMBER"));
        String tag = agent.get(path).mustBe(200).header("ETag");
        api.patch(path, object("title", "Changed")).mustBe(200);

        agent.send(agent.request(path).header("If-Match", tag).DELETE()).mustBe(412);
        assertThat(agent.get("/approvals").mustBe(200).items()).isEmpty();

        String next = agent.get(path).mustBe(200).header("ETag");
        agent.send(agent.request(path).header("If-Match", next).DELETE()).mustBe(202);
        assertThat(agent.get("/approvals").mustBe(200).items()).hasSize(1);
    }

    @Test
    void refusesWhatItCannotKeep() {
        Answer answer = api.send(api.request("/jobs/reconciliation/executions")
                .header("If-Match", "*")
                .POST(BodyPublishers.noBody()));

        assertThat(answer.mustBe(422).wrongFields()).containsExactly("If-Match");
    }

    private Answer patch(String path, String tag, Object body) {
        return api.send(api.request(path)
                .header("If-Match", tag)
                .header("Content-Type", "application/json")
                .method(
                        "PATCH",
                        BodyPublishers.ofString(
                                jakarta.json.bind.JsonbBuilder.create().toJson(body))));
    }
}

package io.strata.agents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ClaimsIT {

    private static final Map<String, Object> USUAL = Map.of();

    private final World world;

    ClaimsIT(World world) {
        this.world = world;
    }

    @Test
    void assignsTheIssueAndPutsItInProgress() {
        TestProject project = world.project();
        Person member = project.workspace().join("MEMBER");
        String issue = "/nodes/" + project.issue("To be done").id();
        Instant before = Instant.now();

        Answer claim = world.as(member)
                .post(issue + "/claims", object("lease_seconds", 600))
                .mustBe(201);

        assertThat(claim.text("actor_id")).isEqualTo(member.id().toString());
        assertThat(claim.json().getBoolean("live")).isTrue();
        assertThat(Instant.parse(claim.text("lease_until")))
                .isBetween(before.plusSeconds(600).minusMillis(1), Instant.now().plusSeconds(600));
        JsonObject node = node(project, issue);
        assertThat(node.getString("assignee_id")).isEqualTo(member.id().toString());
        assertThat(node.getString("status")).isEqualTo("in_progress");
        assertThat(world.as(member).get("/claims").mustBe(200).each("id")).containsExactly(claim.text("id"));
        assertThat(project.api().get(issue + "/claims").mustBe(200).each("id")).containsExactly(claim.text("id"));
        assertThat(audited(project, claim)).containsExactly("work.claimed");
    }

    @Test
    void goesTheWayThatTheWorkflowAllows() {
        TestProject project = world.project();
        project.api()
                .put(
                        project.path("/workflow"),
                        object(
                                "statuses",
                                List.of(
                                        object("name", "new", "category", "todo"),
                                        object("name", "building", "category", "doing"),
                                        object("name", "checking", "category", "doing"),
                                        object("name", "shipped", "category", "done")),
                                "transitions",
                                object(
                                        "new",
                                        List.of("checking"),
                                        "checking",
                                        List.of("building"),
                                        "building",
                                        List.of("shipped")),
                                "replacements",
                                object("backlog", "new")))
                .mustBe(200);
        Api member = project.workspace().member("MEMBER");
        String issue = "/nodes/" + project.issue("Unusual").id();

        String claim =
                "/claims/" + member.post(issue + "/claims", USUAL).mustBe(201).text("id");

        assertThat(node(project, issue).getString("status")).isEqualTo("checking");
        assertThat(member.post(claim + "/complete", object("result", "Done"))
                        .mustBe(409)
                        .text())
                .contains("leads from checking to no status that means done");
        member.patch(issue, object("status", "building")).mustBe(200);
        member.post(claim + "/complete", object("result", "Done")).mustBe(200);
        assertThat(node(project, issue).getString("status")).isEqualTo("shipped");
    }

    @Test
    void givesAnIssueToOneOfTenWhoWantItAtOnce() throws Exception {
        TestProject project = world.project();
        String issue = "/nodes/" + project.issue("Wanted").id();
        List<Person> members = Stream.generate(() -> project.workspace().join("MEMBER"))
                .limit(10)
                .toList();

        List<Answer> answers = AtOnce.run(members.stream()
                .map(member -> (Callable<Answer>) () -> world.as(member).post(issue + "/claims", USUAL))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.mustBe(409).text()).contains("Somebody else works on"));
        String winner = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .text("actor_id");
        assertThat(node(project, issue).getString("assignee_id")).isEqualTo(winner);
        assertThat(project.api().get(issue + "/claims").items()).hasSize(1);
    }

    @Test
    void givesAnAbandonedIssueToOneOfTenAsWell() throws Exception {
        TestProject project = world.project();
        String issue = "/nodes/" + project.issue("Abandoned").id();
        lapse(project.workspace()
                .member("MEMBER")
                .post(issue + "/claims", USUAL)
                .mustBe(201));
        List<Api> members = Stream.generate(() -> project.workspace().member("MEMBER"))
                .limit(10)
                .toList();

        List<Answer> answers = AtOnce.run(members.stream()
                .map(member -> (Callable<Answer>) () -> member.post(issue + "/claims", USUAL))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(project.api().get(issue + "/claims").items())
                .extracting(claim -> claim.getBoolean("live"))
                .containsExactly(false, true);
    }

    @Test
    void isOverWhenItsLeaseIs() {
        TestProject project = world.project();
        Api first = project.workspace().member("MEMBER");
        Api second = project.workspace().member("MEMBER");
        Answer issue = project.issue("Slow");
        String node = "/nodes/" + issue.id();
        Answer claim = first.post(node + "/claims", USUAL).mustBe(201);
        String stale = "/claims/" + claim.text("id");
        assertThat(next(second, project)).isEmpty();

        lapse(claim);

        assertThat(next(second, project)).containsExactly(issue.text("short_id"));
        assertThat(first.get("/claims").items()).isEmpty();
        assertThat(project.api().get(node + "/claims").items())
                .singleElement()
                .satisfies(over -> assertThat(over.getString("outcome")).isEqualTo("lapsed"));
        for (Answer answer : List.of(
                first.post(stale + "/renew", USUAL),
                first.post(stale + "/progress", object("percent", 50, "message", "Half")),
                first.post(stale + "/hand-back", object("reason", "No time")),
                first.post(stale + "/complete", object("result", "Done")))) {
            assertThat(answer.mustBe(409).text()).contains("was over at");
        }
        second.post(node + "/claims", USUAL).mustBe(201);
        assertThat(first.post(stale + "/complete", object("result", "Done"))
                        .mustBe(409)
                        .text())
                .contains("has ended");
        first.post(node + "/claims", USUAL).mustBe(409);
    }

    @Test
    void staysWithWhoRenewsIt() {
        TestProject project = world.project();
        Api member = project.workspace().member("MEMBER");
        Answer claim = member.post("/nodes/" + project.issue("Long").id() + "/claims", object("lease_seconds", 60))
                .mustBe(201);
        String path = "/claims/" + claim.text("id");

        Answer renewed =
                member.post(path + "/renew", object("lease_seconds", 3600)).mustBe(200);
        Answer kept = member.post(path + "/renew", object("lease_seconds", 60)).mustBe(200);

        Instant until = Instant.parse(renewed.text("lease_until"));
        assertThat(Duration.between(Instant.parse(claim.text("lease_until")), until))
                .isGreaterThan(Duration.ofMinutes(50));
        assertThat(kept.text("lease_until")).isEqualTo(renewed.text("lease_until"));
        assertThat(audited(project, claim)).containsExactly("work.renewed", "work.renewed", "work.claimed");
    }

    @Test
    void keepsWhatWasReported() {
        TestProject project = world.project();
        Person member = project.workspace().join("MEMBER");
        String issue = "/nodes/" + project.issue("Big").id();
        Answer claim = world.as(member).post(issue + "/claims", USUAL).mustBe(201);
        String path = "/claims/" + claim.text("id") + "/progress";

        world.as(member).post(path, object("percent", 10, "message", "Begun")).mustBe(201);
        world.as(member).post(path, object("percent", 80, "message", "Nearly")).mustBe(201);

        List<JsonObject> reports =
                project.api().get(issue + "/progress").mustBe(200).items();
        assertThat(reports).extracting(report -> report.getInt("percent")).containsExactly(10, 80);
        assertThat(reports).extracting(report -> report.getString("message")).containsExactly("Begun", "Nearly");
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.getString("actor_id"))
                        .isEqualTo(member.id().toString()));
        Answer firstPage = project.api().get(issue + "/progress?limit=1");
        assertThat(project.api()
                        .get(issue + "/progress?limit=1&cursor=" + firstPage.text("next_cursor"))
                        .each("message"))
                .containsExactly("Nearly");
        assertThat(audited(project, claim)).containsExactly("work.progressed", "work.progressed", "work.claimed");
    }

    @Test
    void goesBackToWhereItWas() {
        TestProject project = world.project();
        Api member = project.workspace().member("MEMBER");
        Answer issue = project.issue("Too hard");
        String node = "/nodes/" + issue.id();
        project.api().patch(node, object("status", "todo")).mustBe(200);
        Answer claim = member.post(node + "/claims", USUAL).mustBe(201);

        Answer ended = member.post("/claims/" + claim.text("id") + "/hand-back", object("reason", "I lack the key"))
                .mustBe(200);

        assertThat(ended.text("outcome")).isEqualTo("handed_back");
        assertThat(ended.text("note")).isEqualTo("I lack the key");
        assertThat(ended.json().getBoolean("live")).isFalse();
        JsonObject after = node(project, node);
        assertThat(after.getString("status")).isEqualTo("todo");
        assertThat(after.containsKey("assignee_id")).isFalse();
        assertThat(next(project.workspace().member("MEMBER"), project)).containsExactly(issue.text("short_id"));
        assertThat(audited(project, claim)).containsExactly("work.handed_back", "work.claimed");
    }

    @Test
    void endsWithAResult() {
        TestProject project = world.project();
        Person member = project.workspace().join("MEMBER");
        String node = "/nodes/" + project.issue("Feasible").id();
        Answer claim = world.as(member).post(node + "/claims", USUAL).mustBe(201);

        Answer ended = world.as(member)
                .post("/claims/" + claim.text("id") + "/complete", object("result", "It *works*."))
                .mustBe(200);

        assertThat(ended.text("outcome")).isEqualTo("completed");
        assertThat(node(project, node).getString("status")).isEqualTo("done");
        assertThat(project.api().get(node + "/comments").items())
                .singleElement()
                .satisfies(comment -> {
                    assertThat(comment.getString("text")).isEqualTo("It *works*.");
                    assertThat(comment.getString("author_id"))
                            .isEqualTo(member.id().toString());
                });
        assertThat(world.as(member).get("/claims").items()).isEmpty();
        assertThat(project.api().post(node + "/claims", USUAL).mustBe(409).text())
                .contains("Nothing is left to do");
        assertThat(audited(project, claim)).containsExactly("work.completed", "work.claimed");
    }

    @Test
    void leavesAnIssueWithWhomItIsAssignedTo() {
        TestProject project = world.project();
        Person owner = project.workspace().join("MEMBER");
        Answer issue = project.issue("Taken");
        project.api()
                .patch("/nodes/" + issue.id(), object("assignee_id", owner.id()))
                .mustBe(200);
        Api other = project.workspace().member("MEMBER");

        assertThat(next(other, project)).isEmpty();
        other.post("/nodes/" + issue.id() + "/claims", USUAL).mustBe(409);
        assertThat(next(world.as(owner), project)).containsExactly(issue.text("short_id"));
        world.as(owner).post("/nodes/" + issue.id() + "/claims", USUAL).mustBe(201);
        assertThat(world.as(owner)
                        .post("/nodes/" + issue.id() + "/claims", USUAL)
                        .mustBe(409)
                        .text())
                .contains("renew that claim");
    }

    @Test
    void tellsListenersHowItGoes() {
        TestProject project = world.project();
        String node = "/nodes/" + project.issue("Watched").id();
        String webhook = project.api()
                .post(project.path("/webhooks"), object("url", "http://127.0.0.1:9/", "events", List.of("work.*")))
                .mustBe(201)
                .text("id");

        String claim = "/claims/"
                + project.api().post(node + "/claims", USUAL).mustBe(201).text("id");
        project.api().post(claim + "/renew", USUAL).mustBe(200);
        project.api()
                .post(claim + "/progress", object("percent", 5, "message", "Begun"))
                .mustBe(201);
        project.api().post(claim + "/complete", object("result", "Done")).mustBe(200);

        await("the deliveries")
                .untilAsserted(() -> assertThat(project.api()
                                .get("/webhooks/" + webhook + "/deliveries")
                                .each("event_type"))
                        .containsExactlyInAnyOrder(
                                "work.claimed", "work.renewed", "work.progressed", "work.completed"));
    }

    @Test
    void asksForARightAndForSomethingThatIsThere() {
        TestProject project = world.project();
        String issue = "/nodes/" + project.issue("Visible").id();
        String component = "/nodes/" + project.component("A part").id();
        Api member = project.workspace().member("MEMBER");
        Api viewer = project.workspace().member("VIEWER");
        Api stranger = world.as(world.person());
        String claim =
                "/claims/" + member.post(issue + "/claims", USUAL).mustBe(201).text("id");
        Map<String, Object> report = object("percent", 1, "message", "One");

        viewer.post(issue + "/claims", USUAL).mustBe(403);
        stranger.post(issue + "/claims", USUAL).mustBe(404);
        world.anonymous().post(issue + "/claims", USUAL).mustBe(401);
        member.post("/nodes/NOWHERE-1/claims", USUAL).mustBe(404);
        assertThat(member.post(component + "/claims", USUAL).mustBe(422).wrongFields())
                .containsExactly("node");
        assertThat(member.post(issue + "/claims", object("lease_seconds", 5))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("lease_seconds");
        for (String what : List.of("/renew", "/progress", "/hand-back", "/complete")) {
            Map<String, Object> body = what.equals("/progress") ? report : object("reason", "r", "result", "r");
            viewer.post(claim + what, body).mustBe(403);
            project.api().post(claim + what, body).mustBe(403);
            stranger.post(claim + what, body).mustBe(404);
            member.post("/claims/" + UUID.randomUUID() + what, body).mustBe(404);
        }
        assertThat(member.post(claim + "/progress", object("percent", 101, "message", " "))
                        .mustBe(422)
                        .wrongFields())
                .containsExactlyInAnyOrder("message", "percent");
        assertThat(member.post(claim + "/hand-back", object("reason", ""))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("reason");
        assertThat(member.post(claim + "/complete", object("result", ""))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("result");
        stranger.get(issue + "/claims").mustBe(404);
        stranger.get(issue + "/progress").mustBe(404);
        viewer.get(issue + "/claims").mustBe(200);
        assertThat(viewer.get("/claims").mustBe(200).items()).isEmpty();
    }

    @Test
    void isHiddenInTheDatabaseFromWhoDoesNotSeeTheIssue() {
        TestProject project = world.project();
        Person member = project.workspace().join("MEMBER");
        Answer issue = project.issue("Hidden soon");
        String claim = "/claims/"
                + project.api()
                        .post("/nodes/" + issue.id() + "/claims", USUAL)
                        .mustBe(201)
                        .text("id");
        project.api()
                .post(claim + "/progress", object("percent", 1, "message", "One"))
                .mustBe(201);
        String claims = "select count(*) from work_claim where node_id = ?";
        String reports = "select count(*) from work_report where node_id = ?";
        assertThat(world.stores().numberFor(member.id(), claims, issue.id())).isEqualTo(1);
        assertThat(world.stores().numberFor(member.id(), reports, issue.id())).isEqualTo(1);

        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", issue.id()))
                .mustBe(201);

        for (UUID actor : List.of(member.id(), world.person().id())) {
            assertThat(world.stores().numberFor(actor, claims, issue.id())).isZero();
            assertThat(world.stores().numberFor(actor, reports, issue.id())).isZero();
        }
    }

    private static List<String> next(Api api, TestProject project) {
        return api.get(project.path("/work")).mustBe(200).each("short_id");
    }

    /** Lets the time of a lease pass. */
    private void lapse(Answer claim) {
        world.stores().sql("update work_claim set lease_until = now() - interval '1 second' where id = ?", claim.id());
    }

    private static JsonObject node(TestProject project, String path) {
        return project.api().get(path).mustBe(200).json().getJsonObject("node");
    }

    private static List<String> audited(TestProject project, Answer claim) {
        return project.api()
                .get("/audit?workspace_id=" + project.workspace().id() + "&subject_kind=work_claim&subject_id="
                        + claim.id())
                .mustBe(200)
                .each("action");
    }
}

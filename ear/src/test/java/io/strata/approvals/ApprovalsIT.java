package io.strata.approvals;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.TestWorkspace;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ApprovalsIT {

    private final World world;

    ApprovalsIT(World world) {
        this.world = world;
    }

    @Test
    void keepsADeletionUntilAPersonApproves() {
        TestProject project = world.project();
        Person agent = agent(project.workspace(), "MEMBER");
        Answer part = project.component("Old part");
        Answer below = project.create("issue", "Old work", part.id());

        Answer kept = world.as(agent).delete("/nodes/" + part.text("short_id")).mustBe(202);

        assertThat(kept.header("Location")).endsWith("/api/v1/approvals/" + kept.text("id"));
        assertThat(kept.text("status")).isEqualTo("pending");
        assertThat(kept.text("operation")).isEqualTo("node.delete");
        assertThat(kept.text("summary"))
                .isEqualTo("Delete %s “Old part” with 1 node below it.".formatted(part.text("short_id")));
        assertThat(kept.json().getBoolean("may_decide")).isFalse();
        assertThat(effects(kept)).extracting(effect -> effect.getString("what")).containsExactly("delete", "delete");
        assertThat(effects(kept))
                .extracting(effect -> effect.getJsonObject("before").getString("short_id"))
                .containsExactly(part.text("short_id"), below.text("short_id"));
        project.api().get("/nodes/" + below.id()).mustBe(200);

        Answer approved = approve(project.api(), kept).mustBe(200);

        assertThat(approved.text("status")).isEqualTo("performed");
        assertThat(approved.text("decided_by")).isEqualTo(world.strata().administratorHandle());
        assertThat(approved.json().getJsonObject("result").getInt("deleted")).isEqualTo(2);
        project.api().get("/nodes/" + below.id()).mustBe(404);
        assertThat(world.as(agent)
                        .get("/approvals/" + kept.text("id"))
                        .mustBe(200)
                        .text("status"))
                .isEqualTo("performed");
        assertThat(entries(project, "node.deleted"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("actor_handle")).isEqualTo(agent.handle()));
        assertThat(entries(project, "approval."))
                .extracting(entry -> entry.getString("action") + " " + entry.getString("actor_handle"))
                .containsExactly(
                        "approval.performed " + world.strata().administratorHandle(),
                        "approval.approved " + world.strata().administratorHandle(),
                        "approval.requested " + agent.handle());
        assertThat(entries(project, "approval.approved").get(0).toString())
                .contains(agent.handle(), "node.delete", part.text("short_id"));
        project.api().post("/nodes/" + part.id() + "/restore").mustBe(200);
    }

    @Test
    void doesNothingThatIsRejected() {
        TestProject project = world.project();
        Person agent = agent(project.workspace(), "MEMBER");
        Answer issue = project.issue("Still needed");
        Answer kept = world.as(agent).delete("/nodes/" + issue.id()).mustBe(202);

        assertThat(reject(project.api(), kept, " ").mustBe(422).wrongFields()).containsExactly("reason");
        Answer rejected = reject(project.api(), kept, "We still need it").mustBe(200);

        assertThat(rejected.text("status")).isEqualTo("rejected");
        assertThat(world.as(agent).get("/approvals/" + kept.text("id")).text("reason"))
                .isEqualTo("We still need it");
        project.api().get("/nodes/" + issue.id()).mustBe(200);
        approve(project.api(), kept).mustBe(409);
        reject(project.api(), kept, "Again").mustBe(409);
        assertThat(entries(project, "approval.rejected")).hasSize(1);
    }

    @Test
    void asksPeopleForNothing() {
        TestProject project = world.project();
        Api member = project.workspace().member("MEMBER");

        member.delete("/nodes/" + project.issue("Mine to delete").id()).mustBe(200);

        assertThat(member.get("/approvals").mustBe(200).items()).isEmpty();
    }

    @Test
    void asksForLinksCyclesAndProjects() {
        TestProject project = world.project();
        Person agent = agent(project.workspace(), "ADMIN");
        Answer first = project.issue("First");
        Answer second = project.issue("Second");
        project.link(first, "blocks", second);
        Answer cycle = project.api()
                .post(
                        project.path("/cycles"),
                        object("name", "May", "start_date", "2027-05-01", "end_date", "2027-05-31"))
                .mustBe(201);
        TestProject empty = project.workspace().project();
        Api api = world.as(agent);

        Answer link = api.delete("/nodes/" + first.id() + "/links/blocks/" + second.text("short_id"))
                .mustBe(202);
        Answer removal = api.delete("/cycles/" + cycle.id()).mustBe(202);
        Answer end = api.delete("/projects/" + empty.id()).mustBe(202);

        assertThat(link.text("summary"))
                .isEqualTo("Remove the link %s blocks %s.".formatted(first.text("short_id"), second.text("short_id")));
        assertThat(removal.text("summary")).contains("May");
        assertThat(end.text("action")).isEqualTo("project_manage");
        for (Answer kept : List.of(link, removal, end)) {
            assertThat(approve(project.api(), kept).mustBe(200).text("status")).isEqualTo("performed");
        }
        assertThat(project.api().get("/nodes/" + first.id()).json().getJsonArray("links"))
                .isEmpty();
        project.api().get("/cycles/" + cycle.id()).mustBe(404);
        project.api().get("/projects/" + empty.id()).mustBe(404);
        api.delete("/nodes/" + first.id() + "/links/blocks/" + second.id()).mustBe(404);
    }

    @Test
    void asksForLargeChangesAndForDeletionsAmongMany() {
        TestProject project = world.project();
        Api agent = world.as(agent(project.workspace(), "MEMBER"));
        Answer issue = project.issue("To be changed");
        Map<String, Object> change = object("op", "patch", "node", issue.id(), "changes", object("title", "Changed"));
        Map<String, Object> deletion = object("op", "delete", "node", issue.id());

        bulk(agent, project, "all", many(20)).mustBe(200);
        Answer large = bulk(agent, project, "all", many(21)).mustBe(202);
        Answer mixed = bulk(agent, project, "each", List.of(change, deletion)).mustBe(202);
        assertThat(bulk(agent, project, "all", List.of(deletion, object("op", "patch", "node", issue.id())))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("items[1].changes");

        assertThat(large.json().getJsonObject("preview").getInt("total")).isEqualTo(21);
        assertThat(mixed.text("summary")).contains("Change 2 nodes", "delete 1 of them");
        assertThat(effects(mixed).get(0).getJsonObject("before").getString("title"))
                .isEqualTo("To be changed");
        assertThat(effects(mixed).get(0).getJsonObject("after").getString("title"))
                .isEqualTo("Changed");
        assertThat(titles(project)).hasSize(21).contains("To be changed");
        assertThat(approve(project.api(), large)
                        .mustBe(200)
                        .json()
                        .getJsonObject("result")
                        .getJsonArray("items"))
                .hasSize(21);
        assertThat(approve(project.api(), mixed).mustBe(200).text("status")).isEqualTo("performed");
        assertThat(titles(project)).hasSize(41).doesNotContain("To be changed", "Changed");
    }

    @Test
    void takesTheSameCallForTheSameRequest() {
        TestProject project = world.project();
        Api agent = world.as(agent(project.workspace(), "MEMBER"));
        Answer issue = project.issue("Twice");

        Answer first = agent.delete("/nodes/" + issue.id()).mustBe(202);
        Answer second = agent.delete("/nodes/" + issue.text("short_id")).mustBe(202);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(agent.get("/approvals?status=pending").each("id")).containsExactly(first.text("id"));
        reject(project.api(), first, "No").mustBe(200);
        assertThat(agent.delete("/nodes/" + issue.id()).mustBe(202).id()).isNotEqualTo(first.id());
    }

    @Test
    void approvesOnlyWhatWasLookedAt() {
        TestProject project = world.project();
        Api agent = world.as(agent(project.workspace(), "MEMBER"));
        Answer part = project.component("Growing part");
        Answer kept = agent.delete("/nodes/" + part.id()).mustBe(202);
        project.create("issue", "Came later", part.id());

        assertThat(approve(project.api(), kept).mustBe(409).text()).contains("Look at it again");

        project.api().get("/nodes/" + part.id()).mustBe(200);
        Answer again = project.api().get("/approvals/" + kept.text("id")).mustBe(200);
        assertThat(again.json().toString()).contains("Came later");
        assertThat(approve(project.api(), kept)
                        .mustBe(200)
                        .json()
                        .getJsonObject("result")
                        .getInt("deleted"))
                .isEqualTo(2);
    }

    @Test
    void lapsesAfterItsTime() {
        TestProject project = world.project();
        Api agent = world.as(agent(project.workspace(), "MEMBER"));
        Answer issue = project.issue("Forgotten");
        Answer kept = agent.delete("/nodes/" + issue.id()).mustBe(202);

        world.stores()
                .sql("update approval_request set expires_at = now() - interval '1 second' where id = ?", kept.id());

        assertThat(agent.get("/approvals/" + kept.text("id")).text("status")).isEqualTo("lapsed");
        assertThat(agent.get("/approvals?status=pending").items()).isEmpty();
        assertThat(agent.get("/approvals?status=lapsed").each("id")).containsExactly(kept.text("id"));
        assertThat(approve(project.api(), kept).mustBe(409).text()).contains("lapsed at");
        project.api().get("/nodes/" + issue.id()).mustBe(200);
        assertThat(agent.delete("/nodes/" + issue.id()).mustBe(202).id()).isNotEqualTo(kept.id());
    }

    @Test
    void asksForTheRightsOfBothAgain() {
        TestProject project = world.project();
        Person agent = agent(project.workspace(), "MEMBER");
        Person member = project.workspace().join("MEMBER");
        Answer first = project.issue("One");
        Answer second = project.issue("Two");
        Answer third = project.issue("Three");
        Answer ofFirst = world.as(agent).delete("/nodes/" + first.id()).mustBe(202);
        Answer ofSecond = world.as(agent).delete("/nodes/" + second.id()).mustBe(202);
        Answer ofThird = world.as(agent).delete("/nodes/" + third.id()).mustBe(202);

        rule(project, first, "actor_id", member.id());
        approve(world.as(member), ofFirst).mustBe(403);
        rule(project, second, "actor_id", agent.id());
        assertThat(approve(world.as(member), ofSecond).mustBe(409).text()).contains("may not do this any more");
        world.stores().sql("update actor set active = false where id = ?", agent.id());
        assertThat(approve(world.as(member), ofThird).mustBe(409).text()).contains("may not act any more");
        for (Answer issue : List.of(first, second, third)) {
            project.api().get("/nodes/" + issue.id()).mustBe(200);
        }
        world.stores().sql("update actor set active = true where id = ?", agent.id());
        assertThat(approve(world.as(member), ofThird).mustBe(200).text("status"))
                .isEqualTo("performed");
    }

    @Test
    void letsNobodyDecideButPeopleWhoCouldDoItThemselves() {
        TestProject project = world.project();
        Person agent = agent(project.workspace(), "MEMBER");
        Person colleague = agent(project.workspace(), "OWNER");
        Api viewer = project.workspace().member("VIEWER");
        Api stranger = world.as(world.person());
        Answer kept = world.as(agent)
                .delete("/nodes/" + project.issue("Guarded").id())
                .mustBe(202);
        String path = "/approvals/" + kept.text("id");

        assertThat(approve(world.as(agent), kept).mustBe(403).text()).contains("Agents do not decide");
        reject(world.as(agent), kept, "No").mustBe(403);
        approve(world.as(colleague), kept).mustBe(403);
        approve(viewer, kept).mustBe(403);
        reject(viewer, kept, "No").mustBe(403);
        approve(stranger, kept).mustBe(404);
        reject(stranger, kept, "No").mustBe(404);
        stranger.get(path).mustBe(404);
        world.anonymous().get("/approvals").mustBe(401);
        assertThat(viewer.get("/approvals").mustBe(200).items()).isEmpty();
        assertThat(viewer.get(path).mustBe(200).json().getBoolean("may_decide")).isFalse();
        project.api().post("/approvals/" + UUID.randomUUID() + "/approve").mustBe(404);
        project.api().get("/approvals/nothing").mustBe(404);
        assertThat(project.api().get("/approvals?status=odd").mustBe(422).wrongFields())
                .containsExactly("status");

        Api member = project.workspace().member("MEMBER");
        assertThat(member.get("/approvals?status=pending").each("id")).containsExactly(kept.text("id"));
        assertThat(member.get(path).json().getBoolean("may_decide")).isTrue();
        assertThat(approve(member, kept).mustBe(200).text("status")).isEqualTo("performed");
    }

    @Test
    void refusesAtOnceWhatTheAgentMayNotDo() {
        TestProject project = world.project();
        Api viewer = world.as(agent(project.workspace(), "VIEWER"));
        Api member = world.as(agent(project.workspace(), "MEMBER"));
        Answer issue = project.issue("Out of reach");

        viewer.delete("/nodes/" + issue.id()).mustBe(403);
        member.delete("/nodes/" + project.rootId()).mustBe(409);
        member.delete("/nodes/NOWHERE-1").mustBe(404);
        world.as(agent(world.workspace(), "MEMBER"))
                .delete("/nodes/" + issue.id())
                .mustBe(404);
        assertThat(member.get("/approvals").items()).isEmpty();
    }

    @Test
    void showsWhatWouldBeDoneOnlyAsFarAsItsReaderSees() {
        TestProject project = world.project();
        Api agent = world.as(agent(project.workspace(), "MEMBER"));
        Person member = project.workspace().join("MEMBER");
        Answer open = project.component("Open part");
        Answer secret = project.create("component", "Secret part", open.id());
        Answer kept = agent.delete("/nodes/" + open.id()).mustBe(202);
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object(
                                "effect",
                                "deny",
                                "action",
                                "node_read",
                                "actor_id",
                                member.id(),
                                "node_id",
                                secret.id()))
                .mustBe(201);

        Answer seen = world.as(member).get("/approvals/" + kept.text("id")).mustBe(200);

        assertThat(effects(seen)).hasSize(2);
        assertThat(seen.json().toString()).contains("Open part").doesNotContain("Secret part", secret.text("id"));
        approve(world.as(member), kept).mustBe(403);
        approve(project.api(), kept).mustBe(200);
    }

    @Test
    void isHiddenInTheDatabaseFromWhoDoesNotSeeTheNode() {
        TestProject project = world.project();
        Person agent = agent(project.workspace(), "MEMBER");
        Person member = project.workspace().join("MEMBER");
        Answer issue = project.issue("Hidden soon");
        Answer kept = world.as(agent).delete("/nodes/" + issue.id()).mustBe(202);
        String requests = "select count(*) from approval_request where id = ?";
        assertThat(world.stores().numberFor(member.id(), requests, kept.id())).isEqualTo(1);

        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "actor_id", member.id(), "node_id", issue.id()))
                .mustBe(201);

        assertThat(world.stores().numberFor(agent.id(), requests, kept.id())).isEqualTo(1);
        assertThat(world.stores().numberFor(member.id(), requests, kept.id())).isZero();
        assertThat(world.stores().numberFor(world.person().id(), requests, kept.id()))
                .isZero();
    }

    /** A member that is an agent. */
    private Person agent(TestWorkspace workspace, String role) {
        return workspace.agent(role);
    }

    private static Answer approve(Api api, Answer request) {
        return api.post("/approvals/" + request.text("id") + "/approve");
    }

    private static Answer reject(Api api, Answer request, String reason) {
        return api.post("/approvals/" + request.text("id") + "/reject", object("reason", reason));
    }

    private static Answer bulk(Api api, TestProject project, String mode, List<Map<String, Object>> items) {
        return api.post(project.path("/nodes/bulk?mode=" + mode), object("items", items));
    }

    private static List<Map<String, Object>> many(int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> object("op", "create", "create", object("kind", "issue", "title", "Issue " + i)))
                .toList();
    }

    private static void rule(TestProject project, Answer node, String whom, UUID id) {
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_delete", whom, id, "node_id", node.id()))
                .mustBe(201);
    }

    private static List<JsonObject> effects(Answer request) {
        return request.json().getJsonObject("preview").getJsonArray("effects").getValuesAs(JsonObject.class);
    }

    private static List<String> titles(TestProject project) {
        return project.api().get(project.path("/nodes?kind=issue&limit=200")).each("title");
    }

    private static List<JsonObject> entries(TestProject project, String action) {
        return project.api()
                .get("/audit?workspace_id=" + project.workspace().id() + "&action=" + action)
                .mustBe(200)
                .items();
    }
}

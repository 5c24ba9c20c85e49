package io.strata.accounts;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class AgentsIT {

    private final World world;
    private TestProject project;
    private Person keeper;
    private Api admin;

    AgentsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        keeper = project.workspace().join("ADMIN");
        admin = world.as(keeper);
    }

    @Test
    void worksBesidePeople() {
        Answer agent = agent("Worker");
        Api api = ApiToken.ofAgent(world, admin, agent.id()).api();
        Answer issue = project.create("issue", "Work", project.rootId());

        JsonObject member = project.api().get(project.workspace().path("/members")).items().stream()
                .filter(one -> one.getString("actor_id").equals(agent.text("id")))
                .findFirst()
                .orElseThrow();
        assertThat(member.getString("role")).isEqualTo("agent");
        assertThat(member.getString("kind")).isEqualTo("agent");
        assertThat(api.get("/auth/me").json().getBoolean("agent")).isTrue();
        project.api()
                .patch("/nodes/" + issue.id(), object("assignee_id", agent.id()))
                .mustBe(200);
        api.patch("/nodes/" + issue.id(), object("title", "Work in progress")).mustBe(200);
        api.post("/nodes/" + issue.id() + "/comments", object("text", "I have begun."))
                .mustBe(201);
        api.delete("/nodes/" + issue.id()).mustBe(403);
        assertThat(project.api()
                        .get("/audit?workspace_id=" + project.workspace().id() + "&limit=200")
                        .items())
                .filteredOn(entry -> entry.getString("actor_handle").equals(agent.text("handle")))
                .extracting(entry -> entry.getString("action"))
                .contains("node.changed", "comment.created", "refused.node_delete");
    }

    @Test
    void hasNoPassword() {
        Answer agent = agent("Worker");

        for (String password : List.of("", " ", "null", "password")) {
            assertThat(world.anonymous()
                            .post("/auth/login", object("handle", agent.text("handle"), "password", password))
                            .status())
                    .isIn(401, 422);
        }
        world.administrator().get("/actors/" + agent.id()).mustBe(404);
        world.administrator().post("/actors/" + agent.id() + "/reset-link").mustBe(404);
    }

    @Test
    void isMadeByWhoeverManagesTheWorkspace() {
        String path = project.workspace().path("/agents");
        Object wanted = object("handle", World.word(), "display_name", "Worker");

        project.workspace().member("MEMBER").post(path, wanted).mustBe(403);
        world.as(world.person()).post(path, wanted).mustBe(404);
        world.anonymous().post(path, wanted).mustBe(401);
        world.administrator()
                .post("/workspaces/" + UUID.randomUUID() + "/agents", wanted)
                .mustBe(404);
        Answer made = admin.post(path, wanted).mustBe(201);
        assertThat(made.text("owner_handle")).isEqualTo(keeper.handle());
        assertThat(made.header("Location")).endsWith("/agents/" + made.id());
        assertThat(admin.post(path, wanted).mustBe(422).wrongFields()).containsExactly("handle");
        assertThat(admin.post(path, object("handle", "a b", "owner_handle", "nobody"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactlyInAnyOrder("handle", "display_name", "owner_handle");
    }

    @Test
    void isChangedByWhoeverManagesTheWorkspace() {
        Answer agent = agent("Worker");
        String path = "/agents/" + agent.id();
        Person colleague = project.workspace().join("MEMBER");

        Answer changed = admin.patch(
                        path,
                        object("display_name", "Helper", "description", "Helps.", "owner_handle", colleague.handle()))
                .mustBe(200);

        assertThat(changed.text("display_name")).isEqualTo("Helper");
        assertThat(changed.text("owner_handle")).isEqualTo(colleague.handle());
        assertThat(world.as(colleague).get(path).mustBe(200).text("description"))
                .isEqualTo("Helps.");
        world.as(colleague).patch(path, object("display_name", "Mine")).mustBe(403);
        world.as(world.person()).get(path).mustBe(404);
        world.as(world.person()).patch(path, object("display_name", "Mine")).mustBe(404);
        assertThat(admin.patch(
                                path,
                                object(
                                        "display_name",
                                        " ",
                                        "owner_handle",
                                        world.person().handle()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactlyInAnyOrder("display_name", "owner_handle");
        admin.patch("/agents/" + keeper.id(), object("display_name", "Mine")).mustBe(404);
    }

    @Test
    void isListedForItsWorkspaceAndForTheInstallation() {
        Answer agent = agent("Worker");

        assertThat(project.workspace()
                        .member("VIEWER")
                        .get(project.workspace().path("/agents"))
                        .each("id"))
                .containsExactly(agent.text("id"));
        world.as(world.person()).get(project.workspace().path("/agents")).mustBe(404);
        admin.get("/agents").mustBe(403);
        String before = agent.text("handle").substring(0, agent.text("handle").length() - 1);
        assertThat(world.administrator().get("/agents?cursor=" + before).each("id"))
                .contains(agent.text("id"));
    }

    @Test
    void stopsAtOnceWhenItIsDeactivated() {
        Answer agent = agent("Worker");
        ApiToken token = ApiToken.ofAgent(world, admin, agent.id());
        token.api().get("/auth/me").mustBe(200);
        project.workspace()
                .member("MEMBER")
                .post("/agents/" + agent.id() + "/deactivate")
                .mustBe(403);

        admin.post("/agents/" + agent.id() + "/deactivate").mustBe(200);

        token.api().get("/auth/me").mustBe(401);
        admin.post("/agents/" + agent.id() + "/tokens", ApiToken.request()).mustBe(409);
        admin.post("/agents/" + agent.id() + "/reactivate").mustBe(200);
        token.api().get("/auth/me").mustBe(200);
        admin.post("/agents/" + UUID.randomUUID() + "/deactivate").mustBe(404);
        admin.post("/agents/" + UUID.randomUUID() + "/reactivate").mustBe(404);
    }

    @Test
    void neitherOwnsNorAdministersAWorkspace() {
        Answer agent = agent("Worker");
        String member = project.workspace().path("/members/" + agent.id());

        assertThat(project.api()
                        .patch(member, object("role", "admin"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("role");
        project.api().patch(member, object("role", "owner")).mustBe(422);
        project.api().patch(member, object("role", "viewer")).mustBe(200);
        TestProject other = world.project();
        other.api()
                .post(other.workspace().path("/members"), object("handle", agent.text("handle"), "role", "admin"))
                .mustBe(422);
        ApiToken.ofAgent(world, admin, agent.id())
                .api()
                .post("/workspaces", object("name", "Mine"))
                .mustBe(403);
    }

    @Test
    void reachesItsOwnWorkspaceUnlessTheInstallationSaysMore() {
        Answer agent = agent("Worker");
        TestProject other = world.project();
        other.api()
                .post(other.workspace().path("/members"), object("handle", agent.text("handle"), "role", "agent"))
                .mustBe(201);
        world.stores()
                .sql(
                        "insert into membership (workspace_id, actor_id, role) values (?, ?, 'ADMIN')",
                        other.workspace().id(),
                        keeper.id());

        Api usual = ApiToken.ofAgent(world, admin, agent.id()).api();
        usual.get(project.path("/nodes")).mustBe(200);
        usual.get(other.path("/nodes")).mustBe(404);
        String tokens = "/agents/" + agent.id() + "/tokens";
        assertThat(admin.post(tokens, ApiToken.request("nodes", List.of(other.rootId())))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("nodes");
        assertThat(admin.post(
                                tokens,
                                ApiToken.request(
                                        "workspaces", List.of(other.workspace().id())))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("workspaces");
        Api further = ApiToken.ofAgent(
                        world,
                        world.administrator(),
                        agent.id(),
                        "workspaces",
                        List.of(other.workspace().id()))
                .api();
        further.get(other.path("/nodes")).mustBe(200);
        further.get(project.path("/nodes")).mustBe(404);
    }

    @Test
    void getsItsTokensFromWhoeverManagesTheWorkspace() {
        Answer agent = agent("Worker");
        String tokens = "/agents/" + agent.id() + "/tokens";
        Api member = project.workspace().member("MEMBER");
        ApiToken token = ApiToken.ofAgent(world, admin, agent.id(), "name", "Robot");

        assertThat(admin.get(tokens).mustBe(200).each("name")).containsExactly("Robot");
        member.get(tokens).mustBe(403);
        member.post(tokens, ApiToken.request()).mustBe(403);
        world.as(world.person()).get(tokens).mustBe(404);
        world.as(world.person()).post(tokens, ApiToken.request()).mustBe(404);
        assertThat(admin.post(tokens, object()).mustBe(422).wrongFields())
                .containsExactlyInAnyOrder("name", "expires_in_days");
        ApiToken.of(world, admin).api().post(tokens, ApiToken.request()).mustBe(403);
        admin.get("/agents/" + UUID.randomUUID() + "/tokens").mustBe(404);
        member.delete("/tokens/" + token.id()).mustBe(404);
        admin.delete("/tokens/" + token.id()).mustBe(204);
        token.api().get("/auth/me").mustBe(401);
    }

    private Answer agent(String name) {
        return admin.post(
                        project.workspace().path("/agents"),
                        object("handle", "agent-" + World.word(), "display_name", name))
                .mustBe(201);
    }
}

package io.strata.groups;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class GroupsIT {

    private final World world;
    private TestProject project;
    private Api admin;

    GroupsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        admin = project.workspace().member("ADMIN");
    }

    @Test
    void isMadeReadChangedAndRemoved() {
        Answer made = admin.post(path(), object("name", "Crew", "description", "On call.", "role", "viewer"))
                .mustBe(201);
        String group = "/groups/" + made.id();

        assertThat(made.header("Location")).endsWith(group);
        Answer changed = admin.patch(group, object("name", "Night crew", "role", "member"))
                .mustBe(200);
        assertThat(changed.text("name")).isEqualTo("Night crew");
        assertThat(changed.text("description")).isEqualTo("On call.");
        assertThat(changed.text("role")).isEqualTo("member");
        assertThat(admin.patch(group, object("clear", List.of("role")))
                        .mustBe(200)
                        .text("role"))
                .isNull();
        Api viewer = project.workspace().member("VIEWER");
        assertThat(viewer.get(group).mustBe(200).text("name")).isEqualTo("Night crew");
        assertThat(viewer.get(path()).each("name")).containsExactly("Night crew");
        admin.delete(group).mustBe(204);
        admin.get(group).mustBe(404);
        assertThat(world.stores().rows("select action from audit_log where subject_id = ? order by id", made.id()))
                .extracting(row -> row.get("action"))
                .containsExactly("group.created", "group.changed", "group.changed", "group.deleted");
    }

    @Test
    void saysWhatIsWrong() {
        UUID group = group("Crew", null);

        assertThat(admin.post(path(), object("name", " ", "role", "owner"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactlyInAnyOrder("name", "role");
        admin.post(path(), object("name", "crew")).mustBe(409);
        assertThat(admin.patch("/groups/" + group, object("name", "", "clear", List.of("name"), "role", "owner"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactlyInAnyOrder("name", "clear", "role");
        String members = "/groups/" + group + "/members";
        assertThat(admin.post(members, object("handle", "nobody-at-all"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("handle");
        assertThat(admin.post(members, object("actor_id", UUID.randomUUID()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("actor_id");
        assertThat(admin.post(members, object()).mustBe(422).wrongFields()).containsExactly("handle");
        Person person = world.person();
        admin.post(members, object("handle", person.handle())).mustBe(201);
        admin.post(members, object("actor_id", person.id())).mustBe(409);
        admin.post(path(), "[").mustBe(400);
    }

    @Test
    void isChangedByThoseWhoManageTheWorkspaceOnly() {
        UUID group = group("Crew", null);
        Person somebody = world.person();
        Api member = project.workspace().member("MEMBER");
        Api stranger = world.as(world.person());

        for (Api api : List.of(member, stranger)) {
            int expected = api == member ? 403 : 404;
            api.post(path(), object("name", "Mine")).mustBe(expected);
            api.patch("/groups/" + group, object("name", "Mine")).mustBe(expected);
            api.delete("/groups/" + group).mustBe(expected);
            api.post("/groups/" + group + "/members", object("actor_id", somebody.id()))
                    .mustBe(expected);
            api.delete("/groups/" + group + "/members/" + somebody.id()).mustBe(expected);
        }
        member.get("/groups/" + group + "/members").mustBe(200);
        for (String path : List.of(path(), "/groups/" + group, "/groups/" + group + "/members")) {
            stranger.get(path).mustBe(404);
            world.anonymous().get(path).mustBe(401);
        }
    }

    @Test
    void isNotFoundWhenThereIsNone() {
        String absent = "/groups/" + UUID.randomUUID();

        admin.get(absent).mustBe(404);
        admin.patch(absent, object("name", "New")).mustBe(404);
        admin.delete(absent).mustBe(404);
        admin.get(absent + "/members").mustBe(404);
        admin.post(absent + "/members", object("handle", "admin")).mustBe(404);
        admin.delete("/groups/" + group("Crew", null) + "/members/" + UUID.randomUUID())
                .mustBe(404);
        world.administrator()
                .post("/workspaces/" + UUID.randomUUID() + "/groups", object("name", "Crew"))
                .mustBe(404);
    }

    @Test
    void givesItsMembersARoleAsLongAsTheyAreInIt() {
        Person person = world.person();
        Api api = world.as(person);
        api.get(project.path("/nodes")).mustBe(404);
        UUID group = group("Crew", "member");

        add(group, person);

        api.get(project.path("/nodes")).mustBe(200);
        api.patch("/nodes/" + project.rootId(), object("labels", List.of("mine")))
                .mustBe(200);
        api.get(path()).mustBe(200);
        assertThat(api.get("/workspaces").items().get(0).getString("role")).isEqualTo("member");
        JsonObject listed = admin.get(project.workspace().path("/members?limit=200")).items().stream()
                .filter(one -> one.getString("handle").equals(person.handle()))
                .findFirst()
                .orElseThrow();
        assertThat(listed.getString("role")).isEqualTo("member");
        assertThat(listed.getString("group")).isEqualTo("Crew");
        JsonObject why = explain(person, project.rootId(), "node_write");
        assertThat(why.getString("group")).isEqualTo("Crew");
        assertThat(why.getString("sentence")).contains("which the group \"Crew\" gives");

        admin.delete("/groups/" + group + "/members/" + person.id()).mustBe(204);
        api.get(project.path("/nodes")).mustBe(404);
        add(group, person);
        admin.patch("/groups/" + group, object("clear", List.of("role"))).mustBe(200);
        api.get(project.path("/nodes")).mustBe(404);
    }

    @Test
    void givesTheMostOfWhatSomebodyHas() {
        Person viewer = project.workspace().join("VIEWER");
        Person owner = project.workspace().join("OWNER");
        UUID group = group("Crew", "member");
        add(group, viewer);
        add(group, owner);

        world.as(viewer)
                .patch("/nodes/" + project.rootId(), object("labels", List.of("mine")))
                .mustBe(200);
        world.as(owner)
                .patch(project.workspace().path(""), object("name", "Renamed"))
                .mustBe(200);
        rule("deny", object("role", "viewer"), project.rootId());
        world.as(viewer).get("/nodes/" + project.rootId()).mustBe(200);
        rule("deny", object("role", "member"), project.rootId());
        world.as(viewer).get("/nodes/" + project.rootId()).mustBe(404);
    }

    @Test
    void isTheSubjectOfRulesBetweenActorAndRole() {
        UUID part = project.component("Part").id();
        Person person = project.workspace().join("MEMBER");
        Person other = project.workspace().join("MEMBER");
        Api api = world.as(person);
        UUID group = group("Crew", null);
        add(group, person);

        rule("deny", object("role", "member"), part);
        api.get("/nodes/" + part).mustBe(404);
        Answer rule = rule("allow", object("group_id", group), part);
        api.get("/nodes/" + part).mustBe(200);
        world.as(other).get("/nodes/" + part).mustBe(404);
        JsonObject why = explain(person, part, "node_read");
        assertThat(why.getJsonObject("rule").getString("group_name")).isEqualTo("Crew");
        assertThat(why.getString("sentence")).contains("the group \"Crew\"");
        assertThat(why.getJsonArray("overruled")).hasSize(1);
        rule("deny", object("actor_id", person.id()), part);
        api.get("/nodes/" + part).mustBe(404);

        admin.delete("/groups/" + group).mustBe(409);
        admin.delete("/rules/" + rule.id()).mustBe(204);
        admin.delete("/groups/" + group).mustBe(204);
    }

    @Test
    void letsDenyGoBeforeAllowAmongGroups() {
        UUID part = project.component("Part").id();
        Person person = world.person();
        UUID first = group("First", null);
        UUID second = group("Second", null);
        add(first, person);
        add(second, person);
        rule("allow", object("group_id", first), part);
        world.as(person).get("/nodes/" + part).mustBe(200);

        rule("deny", object("group_id", second), part);

        world.as(person).get("/nodes/" + part).mustBe(404);
    }

    @Test
    void isNamedInARuleByItsOwnWorkspaceOnly() {
        UUID foreign = world.administrator()
                .post(world.workspace().path("/groups"), object("name", "Foreign"))
                .mustBe(201)
                .id();
        UUID own = group("Crew", null);

        assertThat(refusedRule(object("group_id", foreign))).containsExactly("group_id");
        assertThat(refusedRule(object("group_id", own, "role", "member"))).containsExactly("actor_id");
        assertThat(refusedRule(object())).containsExactly("actor_id");
        rule("deny", object("group_id", own), project.rootId());
        admin.post(project.workspace().path("/rules"), wholeRule("deny", object("group_id", own), project.rootId()))
                .mustBe(409);
    }

    @Test
    void makesNoAgentAnAdministrator() {
        UUID agent = admin.post(
                        project.workspace().path("/agents"),
                        object("handle", "agent-" + World.word(), "display_name", "Worker"))
                .mustBe(201)
                .id();
        UUID admins = group("Admins", "admin");
        UUID crew = group("Crew", "member");

        assertThat(admin.post("/groups/" + admins + "/members", object("actor_id", agent))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("actor_id");
        admin.post("/groups/" + crew + "/members", object("actor_id", agent)).mustBe(201);
        assertThat(admin.get("/groups/" + crew + "/members").items().get(0).getString("kind"))
                .isEqualTo("agent");
        assertThat(admin.patch("/groups/" + crew, object("role", "admin"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("role");
    }

    private String path() {
        return project.workspace().path("/groups");
    }

    private UUID group(String name, String role) {
        return admin.post(path(), object("name", name, "role", role))
                .mustBe(201)
                .id();
    }

    private void add(UUID group, Person person) {
        admin.post("/groups/" + group + "/members", object("handle", person.handle()))
                .mustBe(201);
    }

    private Answer rule(String effect, Map<String, Object> whom, UUID node) {
        return admin.post(project.workspace().path("/rules"), wholeRule(effect, whom, node))
                .mustBe(201);
    }

    private List<String> refusedRule(Map<String, Object> whom) {
        return admin.post(project.workspace().path("/rules"), wholeRule("deny", whom, project.rootId()))
                .mustBe(422)
                .wrongFields();
    }

    private static Object wholeRule(String effect, Map<String, Object> whom, UUID node) {
        var rule = object("effect", effect, "action", "node_read", "node_id", node);
        rule.putAll(whom);
        return rule;
    }

    private JsonObject explain(Person person, UUID node, String action) {
        return project.api()
                .get("/nodes/" + node + "/access/explain?actor=" + person.handle() + "&action=" + action)
                .mustBe(200)
                .json();
    }
}

package io.strata.views;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ViewsIT {

    private final World world;
    private TestProject project;
    private Api owner;
    private Api member;

    ViewsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        owner = project.api();
        member = project.workspace().member("MEMBER");
    }

    @Test
    void keepsAViewAndRunsIt() {
        Answer urgent = issue("Urgent", "priority", "urgent");
        Answer high = issue("High", "priority", "high");
        issue("Low", "priority", "low");

        Answer view = keep(
                member,
                "What burns",
                false,
                object(
                        "filter",
                        object("kinds", List.of("issue"), "priorities", List.of("high", "urgent")),
                        "sort",
                        "priority",
                        "descending",
                        true,
                        "group_by",
                        "status",
                        "layout",
                        "board",
                        "columns",
                        List.of("short_id", "title")));

        assertThat(view.mustBe(201).json().getBoolean("shared")).isFalse();
        assertThat(view.header("Location")).endsWith("/views/" + view.text("id"));
        Answer read = member.get("/views/" + view.id()).mustBe(200);
        JsonObject definition = read.json().getJsonObject("definition");
        assertThat(definition.getString("layout")).isEqualTo("board");
        assertThat(definition.getString("group_by")).isEqualTo("status");
        assertThat(definition.getJsonObject("filter").getJsonArray("priorities"))
                .hasSize(2);
        assertThat(member.get("/views/" + view.id() + "/nodes").mustBe(200).each("id"))
                .containsExactly(urgent.text("id"), high.text("id"));
    }

    @Test
    void showsEachPersonWhatTheyMaySee() {
        Answer secret = project.component("Secret");
        project.create("issue", "Hidden", secret.id());
        Answer open = project.issue("Open");
        owner.post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", secret.id()))
                .mustBe(201);
        Answer view = keep(owner, "Issues", true, issues()).mustBe(201);

        assertThat(owner.get("/views/" + view.id() + "/nodes").each("title")).hasSize(2);
        assertThat(member.get("/views/" + view.id() + "/nodes").mustBe(200).each("id"))
                .containsExactly(open.text("id"));
    }

    @Test
    void showsATokenNothingOutsideItsPlaces() {
        Answer part = project.component("Part");
        Answer inside = project.create("issue", "Inside", part.id());
        project.issue("Outside");
        TestProject elsewhere = project.workspace().project();
        Answer view = keep(member, "Issues", false, issues()).mustBe(201);
        Answer other = member.post(elsewhere.path("/views"), object("name", "Elsewhere", "definition", issues()))
                .mustBe(201);
        Api token = ApiToken.of(world, member, "nodes", List.of(part.id())).api();

        assertThat(token.get("/views/" + view.id() + "/nodes").mustBe(200).each("id"))
                .containsExactly(inside.text("id"));
        member.get("/views/" + other.id()).mustBe(200);
        token.get("/views/" + other.id()).mustBe(404);
    }

    @Test
    void goesThroughAllProjectsOfAWorkspace() {
        TestProject other = project.workspace().project();
        project.issue("B");
        other.issue("A");
        project.issue("C");

        Answer view = member.post(
                        project.workspace().path("/views"),
                        object(
                                "name",
                                "Everything",
                                "definition",
                                object("filter", object("kinds", List.of("issue")), "sort", "title")))
                .mustBe(201);

        assertThat(view.text("project_id")).isNull();
        Answer first = member.get("/views/" + view.id() + "/nodes?limit=2").mustBe(200);
        assertThat(first.each("title")).containsExactly("A", "B");
        assertThat(member.get("/views/" + view.id() + "/nodes?limit=2&cursor=" + first.text("next_cursor"))
                        .each("title"))
                .containsExactly("C");
        assertThat(ids(member, project.workspace().path("/views"))).containsExactly(view.text("id"));
        assertThat(ids(member, project.path("/views"))).containsExactly(view.text("id"));
        assertThat(member.get("/views/" + view.id() + "/nodes?cursor=nonsense")
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("cursor");
    }

    @Test
    void isPrivateUntilItIsShared() {
        Answer view = keep(member, "Mine", false, issues()).mustBe(201);
        String path = "/views/" + view.id();
        Api other = project.workspace().member("MEMBER");

        other.get(path).mustBe(404);
        other.get(path + "/nodes").mustBe(404);
        other.patch(path, object("name", "Yours")).mustBe(404);
        other.delete(path).mustBe(404);
        assertThat(ids(other, project.path("/views"))).isEmpty();
        member.patch(path, object("shared", true)).mustBe(200);
        other.get(path).mustBe(200);
        assertThat(ids(other, project.path("/views"))).containsExactly(view.text("id"));
        other.patch(path, object("name", "Yours")).mustBe(403);
        other.delete(path).mustBe(403);
        assertThat(owner.patch(path, object("name", "Ours")).mustBe(200).text("name"))
                .isEqualTo("Ours");
        owner.patch(path, object("shared", false)).mustBe(403);
        assertThat(member.get(path).json().getJsonObject("definition").getString("layout"))
                .isEqualTo("list");
        member.delete(path).mustBe(204);
        owner.get(path).mustBe(404);
    }

    @Test
    void needsTheRightToWriteForSharing() {
        Api viewer = project.workspace().member("VIEWER");

        Answer view = keep(viewer, "Mine", false, issues()).mustBe(201);
        keep(viewer, "Ours", true, issues()).mustBe(403);
        viewer.patch("/views/" + view.id(), object("shared", true)).mustBe(403);
        viewer.patch("/views/" + view.id(), object("name", "Still mine")).mustBe(200);
    }

    @Test
    void isHiddenFromStrangersAndClosedToTheUnknown() {
        Api stranger = world.as(world.person());
        Answer view = keep(owner, "Ours", true, issues()).mustBe(201);

        for (String path : List.of("/views/" + view.id(), "/views/" + view.id() + "/nodes", project.path("/views"))) {
            stranger.get(path).mustBe(404);
            world.anonymous().get(path).mustBe(401);
        }
        stranger.get(project.workspace().path("/views")).mustBe(404);
        stranger.patch("/views/" + view.id(), object("name", "Mine")).mustBe(404);
        stranger.delete("/views/" + view.id()).mustBe(404);
        keep(stranger, "Mine", false, issues()).mustBe(404);
        stranger.post(project.workspace().path("/views"), object("name", "Mine", "definition", issues()))
                .mustBe(404);
        owner.get("/views/" + UUID.randomUUID()).mustBe(404);
        owner.get("/views/" + UUID.randomUUID() + "/nodes").mustBe(404);
        owner.delete("/views/" + UUID.randomUUID()).mustBe(404);
    }

    @Test
    void refusesWhatCannotBeRun() {
        assertThat(keep(owner, " ", false, issues()).mustBe(422).wrongFields()).containsExactly("name");
        assertThat(keep(owner, "No definition", false, null).mustBe(422).wrongFields())
                .containsExactly("definition");
        assertThat(keep(owner, "No filter", false, object("sort", "title"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("definition.filter");
        assertThat(keep(owner, "Wrong", false, object("filter", object("assignees", List.of("somebody"))))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("definition.filter.assignee_id");
        assertThat(keep(owner, "Wrong", false, object("filter", object(), "columns", List.of("weight")))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("definition.columns");
        assertThat(keep(owner, "Wrong", false, object("filter", object(), "sort", "weight"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("sort");
        keep(owner, "Taken", false, issues()).mustBe(201);
        keep(owner, "taken", false, issues()).mustBe(409);
        keep(member, "Taken", false, issues()).mustBe(201);
    }

    @Test
    void putsFavouritesOnTopInAnOrder() {
        UUID first = keep(member, "First", false, issues()).mustBe(201).id();
        UUID second = keep(member, "Second", false, issues()).mustBe(201).id();
        UUID foreign = keep(owner, "Foreign", false, issues()).mustBe(201).id();

        assertThat(favourites(member, List.of(second, first)).mustBe(200).each("name"))
                .containsExactly("Second", "First");
        assertThat(member.get("/views/" + first).json().getBoolean("favourite")).isTrue();
        assertThat(favourites(member, List.of(first)).mustBe(200).each("name")).containsExactly("First");
        assertThat(member.get("/views/favourites").mustBe(200).each("name")).containsExactly("First");
        assertThat(favourites(member, List.of(foreign)).mustBe(422).wrongFields())
                .containsExactly("views");
        assertThat(member.put("/views/favourites", object()).mustBe(422).wrongFields())
                .containsExactly("views");
        assertThat(owner.get("/views/favourites").each("name")).doesNotContain("First");
        world.anonymous().get("/views/favourites").mustBe(401);
        world.anonymous().put("/views/favourites", object("views", List.of())).mustBe(401);
        member.delete("/views/" + first).mustBe(204);
        assertThat(member.get("/views/favourites").items()).isEmpty();
    }

    @Test
    void isAuditedAndGoesWithItsProject() {
        TestProject small = project.workspace().project();
        UUID id = owner.post(small.path("/views"), object("name", "Small", "shared", true, "definition", issues()))
                .mustBe(201)
                .id();
        owner.patch("/views/" + id, object("name", "Smaller")).mustBe(200);

        assertThat(owner.get("/audit?subject_id=" + id).mustBe(200).each("action"))
                .containsExactly("view.changed", "view.created");
        owner.delete(small.path("")).mustBe(204);
        owner.get("/views/" + id).mustBe(404);
    }

    private static Map<String, Object> issues() {
        return object("filter", object("kinds", List.of("issue")));
    }

    private Answer keep(Api api, String name, boolean shared, Map<String, Object> definition) {
        return api.post(project.path("/views"), object("name", name, "shared", shared, "definition", definition));
    }

    private static Answer favourites(Api api, List<UUID> views) {
        return api.put(
                "/views/favourites",
                object("views", views.stream().map(UUID::toString).toList()));
    }

    private static List<String> ids(Api api, String path) {
        return api.get(path).mustBe(200).each("id");
    }

    private Answer issue(String title, String field, Object value) {
        return owner.post(project.path("/nodes"), object("kind", "issue", "title", title, field, value))
                .mustBe(201);
    }
}

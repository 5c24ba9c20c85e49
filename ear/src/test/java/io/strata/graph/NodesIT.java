package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class NodesIT {

    private final World world;

    NodesIT(World world) {
        this.world = world;
    }

    @Test
    void readsANodeWithItsContextByIdAndByShortId() {
        TestProject project = world.project();
        Answer component = project.component("Engine");
        Answer issue = project.create("issue", "Fuel leaks", component.id());
        project.create("issue", "Replace the seal", issue.id());

        Answer byId = project.api().get("/nodes/" + issue.id()).mustBe(200);
        Answer byShortId = project.api().get("/nodes/" + issue.text("short_id")).mustBe(200);

        assertThat(byShortId.json()).isEqualTo(byId.json());
        assertThat(titles(byId, "path")).endsWith("Engine").hasSize(2);
        assertThat(titles(byId, "children")).containsExactly("Replace the seal");
        assertThat(byId.json().getInt("child_count")).isEqualTo(1);
        assertThat(byId.json().getJsonObject("node").getString("status")).isEqualTo("backlog");
        assertThat(issue.text("short_id")).isEqualTo(project.key() + "-1");
        assertThat(component.text("short_id")).startsWith(project.key() + "-C");
    }

    @Test
    void keepsTheDescriptionInPostgresqlAndTheTopologyInNeo4j() {
        TestProject project = world.project();
        Answer issue = project.api()
                .post(project.path("/nodes"), object("kind", "issue", "title", "Both", "description", "# Words"))
                .mustBe(201);

        assertThat(project.api().get("/nodes/" + issue.id()).text("description"))
                .isEqualTo("# Words");
        assertThat(world.stores().number("select count(*) from node_content where node_id = ?", issue.id()))
                .isEqualTo(1);
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (:Component {id: $root})-[:HAS_CHILD]->(n:Issue {id: $id}) RETURN count(n)",
                                java.util.Map.of(
                                        "root",
                                        project.rootId().toString(),
                                        "id",
                                        issue.id().toString())))
                .isEqualTo(1);
    }

    @Test
    void changesWhatIsGivenAndLeavesTheRest() {
        TestProject project = world.project();
        Answer issue = project.issue("Before");

        project.api()
                .patch("/nodes/" + issue.id(), object("status", "done", "labels", List.of("red"), "description", "Why"))
                .mustBe(200);

        Answer read = project.api().get("/nodes/" + issue.id()).mustBe(200);
        JsonObject node = read.json().getJsonObject("node");
        assertThat(node.getString("title")).isEqualTo("Before");
        assertThat(node.getString("status")).isEqualTo("done");
        assertThat(node.getJsonArray("labels").getString(0)).isEqualTo("red");
        assertThat(read.text("description")).isEqualTo("Why");
    }

    @Test
    void assignsAndUnassigns() {
        TestProject project = world.project();
        Answer issue = project.issue("Somebody's");
        UUID somebody = UUID.randomUUID();

        assertThat(project.api()
                        .patch("/nodes/" + issue.id(), object("assignee_id", somebody))
                        .mustBe(200)
                        .text("assignee_id"))
                .isEqualTo(somebody.toString());
        assertThat(project.api()
                        .get(project.path("/nodes?assignee_id=" + somebody))
                        .each("id"))
                .containsExactly(issue.text("id"));
        assertThat(project.api()
                        .patch("/nodes/" + issue.id(), object("unassign", true))
                        .mustBe(200)
                        .text("assignee_id"))
                .isNull();
    }

    @Test
    void listsWhatTheFilterAsksFor() {
        TestProject project = world.project();
        project.component("Part");
        Answer red = project.api()
                .post(project.path("/nodes"), object("kind", "issue", "title", "Red", "labels", List.of("red")))
                .mustBe(201);
        Answer done = project.api()
                .post(project.path("/nodes"), object("kind", "issue", "title", "Done", "status", "done"))
                .mustBe(201);

        assertThat(project.api().get(project.path("/nodes?kind=issue")).each("title"))
                .containsExactly("Red", "Done");
        assertThat(project.api().get(project.path("/nodes?label=red")).each("id"))
                .containsExactly(red.text("id"));
        assertThat(project.api().get(project.path("/nodes?status=done")).each("id"))
                .containsExactly(done.text("id"));
        assertThat(project.api()
                        .get(project.path("/nodes?kind=wish"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("kind");
    }

    @Test
    void listsPageByPageInTheOrderOfMaking() {
        TestProject project = world.project();
        Answer parent = project.component("Parent");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(project.create("issue", "Issue " + i, parent.id()).text("id"));
        }

        assertThat(everyPage(project.api(), project.path("/nodes?kind=issue&limit=2")))
                .isEqualTo(made);
        assertThat(everyPage(project.api(), "/nodes/" + parent.id() + "/children?limit=2"))
                .isEqualTo(made);
    }

    @Test
    void refusesALimitOutOfBounds() {
        TestProject project = world.project();

        assertThat(project.api().get(project.path("/nodes?limit=0")).mustBe(422).wrongFields())
                .containsExactly("limit");
        assertThat(project.api()
                        .get(project.path("/nodes?limit=1000000"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("limit");
    }

    @Test
    void refusesAComponentUnderAnIssue() {
        TestProject project = world.project();
        Answer issue = project.issue("No place for parts");

        assertThat(project.api()
                        .post(
                                project.path("/nodes"),
                                object("kind", "component", "title", "Part", "parent_id", issue.id()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("parent_id");
    }

    @Test
    void refusesAParentInAnotherProject() {
        TestProject project = world.project();
        TestProject other = world.project();

        assertThat(project.api()
                        .post(
                                project.path("/nodes"),
                                object("kind", "issue", "title", "Astray", "parent_id", other.rootId()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("parent_id");
    }

    @Test
    void refusesAStatusThatTheProjectDoesNotHave() {
        TestProject project = world.project();
        Answer issue = project.issue("Somewhere");

        assertThat(project.api()
                        .patch("/nodes/" + issue.id(), object("status", "nirvana"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("status");
        assertThat(project.api()
                        .patch("/nodes/" + project.rootId(), object("status", "done"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("status");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        TestProject project = world.project();

        assertThat(project.api()
                        .post(
                                project.path("/nodes"),
                                object("title", " ", "description", "x".repeat(2_000_000), "labels", List.of("")))
                        .mustBe(422)
                        .wrongFields())
                .contains("kind", "title", "description", "labels");
    }

    @Test
    void leavesNothingOfARefusedNode() {
        TestProject project = world.project();
        long rows = contents(project);

        project.api()
                .post(project.path("/nodes"), object("kind", "issue", "title", "Wrong", "status", "nirvana"))
                .mustBe(422);

        assertThat(contents(project)).isEqualTo(rows);
    }

    private long contents(TestProject project) {
        return world.stores().number("select count(*) from node_content where project_id = ?", project.id());
    }

    private static List<String> everyPage(Api api, String path) {
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = api.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .mustBe(200);
            read.addAll(page.each("id"));
            cursor = page.text("next_cursor");
        }
        return read;
    }

    private static List<String> titles(Answer answer, String list) {
        return answer.json().getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(node -> node.getString("title"))
                .toList();
    }
}

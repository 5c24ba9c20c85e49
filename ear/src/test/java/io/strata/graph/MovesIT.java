package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class MovesIT {

    private final World world;

    MovesIT(World world) {
        this.world = world;
    }

    @Test
    void movesANodeWithAllThatIsBelowIt() {
        TestProject project = world.project();
        Answer from = project.component("From");
        Answer to = project.component("To");
        Answer issue = project.create("issue", "Moving", from.id());
        Answer below = project.create("issue", "Going along", issue.id());

        Answer moved = move(project, issue.text("short_id"), to.id()).mustBe(200);

        assertThat(moved.id()).isEqualTo(issue.id());
        assertThat(path(project, below)).endsWith("To", "Moving").doesNotContain("From");
        assertThat(project.api().get("/nodes/" + from.id()).json().getInt("child_count"))
                .isZero();
        assertThat(project.api().get("/nodes/" + to.id() + "/children").each("id"))
                .containsExactly(issue.text("id"));
    }

    @Test
    void leavesANodeUnderItsParentAsItIs() {
        TestProject project = world.project();
        Answer issue = project.issue("Content");
        int entries = auditOf(project).size();

        Answer moved = move(project, issue.text("id"), project.rootId()).mustBe(200);

        assertThat(moved.text("updated_at")).isEqualTo(issue.text("updated_at"));
        assertThat(auditOf(project)).hasSize(entries);
        assertThat(parents(issue)).isEqualTo(1);
    }

    @Test
    void refusesACycleAndNamesThePathThatWouldCloseIt() {
        TestProject project = world.project();
        Answer top = project.issue("Top");
        Answer middle = project.create("issue", "Middle", top.id());
        Answer bottom = project.create("issue", "Bottom", middle.id());

        Answer refused = move(project, top.text("id"), bottom.id()).mustBe(409);
        Answer itself = move(project, top.text("id"), top.id()).mustBe(409);

        assertThat(refused.text())
                .contains(String.join(
                        " → ",
                        top.text("short_id"),
                        middle.text("short_id"),
                        bottom.text("short_id"),
                        top.text("short_id")));
        assertThat(itself.text()).contains(top.text("short_id") + " → " + top.text("short_id"));
    }

    @Test
    void refusesAParentThatIsNone() {
        TestProject project = world.project();
        Answer issue = project.issue("Moving");
        Answer component = project.component("Staying");

        for (UUID parent : new UUID[] {null, UUID.randomUUID(), world.project().rootId()}) {
            assertThat(move(project, issue.text("id"), parent).mustBe(422).wrongFields())
                    .containsExactly("parent_id");
        }
        assertThat(move(project, component.text("id"), issue.id()).mustBe(422).wrongFields())
                .containsExactly("parent_id");
        assertThat(move(project, project.rootId().toString(), component.id())
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("parent_id");
        project.api().post("/nodes/" + issue.id() + "/move", "[").mustBe(400);
    }

    @Test
    void leavesMovingToMembers() {
        TestProject project = world.project();
        Answer issue = project.issue("Moving");
        Answer component = project.component("To");
        String path = "/nodes/" + issue.id() + "/move";
        Map<String, Object> request = object("parent_id", component.id());

        project.workspace().member("VIEWER").post(path, request).mustBe(403);
        world.as(world.person()).post(path, request).mustBe(404);
        project.api().post("/nodes/" + UUID.randomUUID() + "/move", request).mustBe(404);
        project.workspace().member("MEMBER").post(path, request).mustBe(200);
    }

    @Test
    void recordsWhereANodeHungBeforeAndAfter() {
        TestProject project = world.project();
        Answer issue = project.issue("Moving");
        Answer component = project.component("To");

        move(project, issue.text("id"), component.id()).mustBe(200);

        JsonObject entry = auditOf(project).get(0);
        assertThat(entry.getString("action")).isEqualTo("node.moved");
        assertThat(entry.getJsonObject("before").getString("parent_id"))
                .isEqualTo(project.rootId().toString());
        assertThat(entry.getJsonObject("after").getString("parent_id")).isEqualTo(component.text("id"));
    }

    private static Answer move(TestProject project, String node, UUID parent) {
        return project.api().post("/nodes/" + node + "/move", Api.object("parent_id", parent));
    }

    private long parents(Answer node) {
        return world.stores()
                .graphNumber(
                        "MATCH ()-[edge:HAS_CHILD]->({id: $id}) RETURN count(edge)", Map.of("id", node.text("id")));
    }

    private static List<String> path(TestProject project, Answer node) {
        return project.api().get("/nodes/" + node.id()).mustBe(200).json().getJsonArray("path").stream()
                .map(step -> step.asJsonObject().getString("title"))
                .toList();
    }

    private static List<JsonObject> auditOf(TestProject project) {
        return project.api()
                .get("/audit?workspace_id=" + project.workspace().id())
                .mustBe(200)
                .items();
    }
}

package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.AtOnce;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@AgainstStrata
class BulkIT {

    private final World world;

    BulkIT(World world) {
        this.world = world;
    }

    @Test
    void doesEverythingAtOnce() {
        TestProject project = world.project();
        Answer component = project.component("Component");
        Answer patched = project.issue("Patched");
        Answer moved = project.issue("Moved");
        Answer deleted = project.issue("Deleted");

        Answer answer = bulk(
                        project,
                        "",
                        create("New"),
                        patch(patched.text("short_id"), object("status", "done")),
                        object("op", "move", "node", moved.id(), "parent_id", component.id()),
                        object("op", "delete", "node", deleted.id()))
                .mustBe(200);

        assertThat(answer.items())
                .extracting(item -> item.getInt("index")
                        + item.getString("op")
                        + item.getJsonObject("node").getString("title"))
                .containsExactly("0createNew", "1patchPatched", "2moveMoved", "3deleteDeleted");
        assertThat(project.api().get(project.path("/nodes?kind=issue")).each("title"))
                .containsExactly("Patched", "Moved", "New");
        assertThat(project.api().get("/nodes/" + component.id() + "/children").each("id"))
                .containsExactly(moved.text("id"));
    }

    @Test
    void doesNothingWhenOneItemCannotBeDoneAndNamesEachProblem() {
        TestProject project = world.project();
        Answer issue = project.issue("Issue");
        Answer foreign = world.project().issue("Foreign");

        Answer refused = bulk(
                        project,
                        "",
                        create("New"),
                        create(" "),
                        patch(issue.text("id"), object("status", "nirvana", "title", "Changed")),
                        patch(foreign.text("id"), object("title", "Changed")),
                        patch(issue.text("id"), object("title", "Changed")),
                        object("op", "move", "node", issue.id(), "parent_id", issue.id()),
                        object("op", "delete", "node", UUID.randomUUID()),
                        object("op", "delete", "node", project.rootId()),
                        object("node", issue.id()))
                .mustBe(422);

        assertThat(refused.wrongFields())
                .containsExactly(
                        "items[1].title",
                        "items[2].status",
                        "items[3]",
                        "items[5]",
                        "items[6]",
                        "items[7]",
                        "items[8].op");
        assertThat(project.api().get(project.path("/nodes?kind=issue")).each("title"))
                .containsExactly("Issue");
    }

    @Test
    void doesEachItemForItselfWhenAsked() {
        TestProject project = world.project();
        Answer issue = project.issue("Issue");

        Answer answer = bulk(
                        project,
                        "?mode=each",
                        create("New"),
                        patch(issue.text("id"), object("status", "nirvana")),
                        patch(issue.text("id"), object("title", "Changed")))
                .mustBe(200);

        assertThat(answer.items()).hasSize(3);
        JsonObject failed = answer.items().get(1);
        assertThat(failed).doesNotContainKey("node");
        assertThat(failed.getJsonObject("error").getString("code")).isEqualTo("validation_error");
        assertThat(failed.getJsonObject("error").getJsonArray("details")).hasSize(1);
        assertThat(project.api().get(project.path("/nodes?kind=issue")).each("title"))
                .containsExactly("Changed", "New");
    }

    @Test
    void refusesTooLittleAndTooMuch() {
        TestProject project = world.project();

        for (List<?> items : List.of(List.of(), Collections.nCopies(501, create("Many")))) {
            assertThat(project.api()
                            .post(project.path("/nodes/bulk"), object("items", items))
                            .mustBe(422)
                            .wrongFields())
                    .containsExactly("items");
        }
        assertThat(bulk(project, "?mode=some", create("New")).mustBe(422).wrongFields())
                .containsExactly("mode");
        bulk(project, "", Collections.nCopies(500, create("Many")).toArray()).mustBe(200);
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (n:Issue {project_id: $project}) RETURN count(n)",
                                Map.of("project", project.id().toString())))
                .isEqualTo(500);
    }

    /** Each takes the locks of the structure, in whatever order its items come. */
    @Test
    void waitsForOthersWithoutADeadlock() throws Exception {
        TestProject project = world.project();
        Answer one = project.component("One");
        Answer two = project.component("Two");
        List<Callable<Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Answer issue = project.issue("Issue " + i);
            Answer doomed = project.issue("Doomed " + i);
            UUID place = i % 2 == 0 ? one.id() : two.id();
            clients.add(() -> bulk(
                    project,
                    "",
                    create("New"),
                    object("op", "move", "node", issue.id(), "parent_id", place),
                    object("op", "delete", "node", doomed.id())));
            clients.add(
                    () -> project.api().post("/nodes/" + issue.id() + "/move", object("parent_id", project.rootId())));
        }

        assertThat(AtOnce.run(clients)).extracting(Answer::status).containsOnly(200);
    }

    @Test
    void leavesBulkChangesToMembers() {
        TestProject project = world.project();
        Answer issue = project.issue("Issue");
        var request = object("items", List.of(patch(issue.text("id"), object("title", "Mine"))));
        var viewer = project.workspace().member("VIEWER");

        viewer.post(project.path("/nodes/bulk"), request).mustBe(403);
        assertThat(viewer.post(project.path("/nodes/bulk?mode=each"), request)
                        .mustBe(200)
                        .items()
                        .get(0)
                        .getJsonObject("error")
                        .getString("code"))
                .isEqualTo("forbidden");
        world.as(world.person()).post(project.path("/nodes/bulk"), request).mustBe(404);
        project.workspace()
                .member("MEMBER")
                .post(project.path("/nodes/bulk"), request)
                .mustBe(200);
    }

    private static Answer bulk(TestProject project, String query, Object... items) {
        return project.api().post(project.path("/nodes/bulk" + query), object("items", List.of(items)));
    }

    private static Map<String, Object> create(String title) {
        return object("op", "create", "create", object("kind", "issue", "title", title));
    }

    private static Map<String, Object> patch(String node, Object changes) {
        return object("op", "patch", "node", node, "changes", changes);
    }
}

package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class WorkQuestionsIT {

    private final World world;

    WorkQuestionsIT(World world) {
        this.world = world;
    }

    @Test
    void listsWhatCanBeWorkedOn() {
        TestProject project = world.project();
        Answer engine = project.component("Engine");
        Answer parent = project.create("issue", "Has something below it", engine.id());
        Answer first = project.create("issue", "First", parent.id());
        Answer second = project.create("issue", "Second", parent.id());
        Answer done = project.create("issue", "Done", engine.id());
        Answer elsewhere = project.issue("Elsewhere");
        project.link(first, "blocks", second);
        set(project, done, object("status", "done"));

        assertThat(unblocked(project, engine.id())).containsExactly("First");
        assertThat(unblocked(project, project.rootId())).containsExactly("First", "Elsewhere");
        assertThat(unblocked(project, elsewhere.id())).containsExactly("Elsewhere");
        set(project, first, object("status", "done"));
        assertThat(unblocked(project, engine.id())).containsExactly("Second");
        project.api().delete("/nodes/" + second.id()).mustBe(200);
        project.api().delete("/nodes/" + first.id()).mustBe(200);
        assertThat(unblocked(project, engine.id())).containsExactly("Has something below it");
    }

    @Test
    void goesByTheWorkflowOfTheProjectThatTheBlockingIssueIsIn() {
        TestProject project = world.project();
        TestProject other = project.workspace().project();
        other.api()
                .put(
                        other.path("/workflow"),
                        object(
                                "statuses",
                                List.of(
                                        object("name", "open", "category", "todo"),
                                        object("name", "shipped", "category", "done")),
                                "replacements",
                                object("backlog", "open")))
                .mustBe(200);
        Answer waiting = project.issue("Waiting");
        Answer blocking = other.issue("Blocking");
        project.link(blocking, "blocks", waiting);

        assertThat(unblocked(project, project.rootId())).isEmpty();
        set(project, blocking, object("status", "shipped"));
        assertThat(unblocked(project, project.rootId())).containsExactly("Waiting");
    }

    @Test
    void listsPageByPage() {
        TestProject project = world.project();
        Answer parent = project.component("Parent");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            project.create("issue", "Issue " + i, parent.id());
            made.add("Issue " + i);
        }

        for (Object root : List.of(project.rootId(), parent.id())) {
            List<String> read = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                Answer page = project.api()
                        .get("/nodes/" + root + "/unblocked?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                        .mustBe(200);
                read.addAll(page.each("title"));
                cursor = page.text("next_cursor");
            }
            assertThat(read).isEqualTo(made);
        }
    }

    @Test
    void findsTheLongestChainByEstimates() {
        TestProject project = world.project();
        Answer engine = project.component("Engine");
        Answer begin = project.create("issue", "Begin", engine.id());
        Answer quick = project.create("issue", "Quick", engine.id());
        Answer slow = project.create("issue", "Slow", engine.id());
        Answer end = project.create("issue", "End", engine.id());
        Answer outside = project.issue("Outside");
        project.link(begin, "blocks", quick);
        project.link(begin, "blocks", slow);
        project.link(quick, "blocks", end);
        project.link(slow, "blocks", end);
        project.link(end, "blocks", outside);
        set(project, slow, object("estimate", 5));

        Answer path = criticalPath(project, engine.id());

        assertThat(steps(path)).containsExactly("Begin", "Slow", "End");
        assertThat(path.json().getJsonNumber("length").doubleValue()).isEqualTo(7);
        assertThat(path.json().getInt("issues")).isEqualTo(3);
        assertThat(steps(criticalPath(project, project.rootId()))).containsExactly("Begin", "Slow", "End", "Outside");
        set(project, slow, object("status", "done"));
        assertThat(steps(criticalPath(project, engine.id()))).containsExactly("Begin", "Quick", "End");
        set(project, outside, object("estimate", 50));
        assertThat(steps(criticalPath(project, engine.id()))).containsExactly("Begin", "Quick", "End");
        Answer alone = project.create("issue", "Alone", engine.id());
        set(project, alone, object("estimate", 100));
        assertThat(steps(criticalPath(project, engine.id()))).containsExactly("Alone");
    }

    @Test
    void findsNoChainWhereNothingIsOpen() {
        TestProject project = world.project();

        Answer path = criticalPath(project, project.rootId());

        assertThat(steps(path)).isEmpty();
        assertThat(path.json().getInt("issues")).isZero();
    }

    @Test
    void answersViewersAndNobodyElse() {
        TestProject project = world.project();
        Answer issue = project.issue("Secret");
        var viewer = project.workspace().member("VIEWER");
        var stranger = world.as(world.person());

        for (String question : List.of("unblocked", "critical-path")) {
            viewer.get("/nodes/" + issue.id() + "/" + question).mustBe(200);
            stranger.get("/nodes/" + issue.id() + "/" + question).mustBe(404);
            viewer.get("/nodes/" + UUID.randomUUID() + "/" + question).mustBe(404);
        }
        viewer.get("/nodes/" + issue.id() + "/unblocked?limit=201").mustBe(422);
    }

    private static List<String> unblocked(TestProject project, UUID node) {
        return project.api().get("/nodes/" + node + "/unblocked").mustBe(200).each("title");
    }

    private static Answer criticalPath(TestProject project, UUID node) {
        return project.api().get("/nodes/" + node + "/critical-path").mustBe(200);
    }

    private static List<String> steps(Answer path) {
        return path.json().getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> step.getJsonObject("node").getString("title"))
                .toList();
    }

    private static void set(TestProject project, Answer node, Object changes) {
        project.api().patch("/nodes/" + node.id(), changes).mustBe(200);
    }
}

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@AgainstStrata
class WorkflowsIT {

    private final World world;

    WorkflowsIT(World world) {
        this.world = world;
    }

    @Test
    void beginsWithTheUsualStatuses() {
        TestProject project = world.project();

        Answer workflow = project.api().get(project.path("/workflow")).mustBe(200);

        assertThat(names(workflow)).startsWith("backlog", "todo").contains("done", "cancelled");
        assertThat(workflow.json().getJsonObject("transitions")).isEmpty();
    }

    @Test
    void givesAProjectStatusesOfItsOwn() {
        TestProject project = world.project();

        Answer changed = put(project, statuses("open:todo", "busy:doing", "shipped:done"), Map.of(), Map.of())
                .mustBe(200);

        assertThat(names(changed)).containsExactly("open", "busy", "shipped");
        assertThat(project.api().get(project.path("/workflow")).json()).isEqualTo(changed.json());
        assertThat(project.api().get(project.path("")).json().getJsonArray("statuses"))
                .hasSize(3);
        assertThat(project.issue("New").text("status")).isEqualTo("open");
        JsonObject entry = project
                .api()
                .get("/audit?workspace_id=" + project.workspace().id())
                .items()
                .stream()
                .filter(one -> one.getString("action").equals("project.workflow_changed"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.getJsonObject("before").getJsonArray("statuses")).hasSize(6);
        assertThat(entry.getJsonObject("after").getJsonArray("statuses")).hasSize(3);
    }

    @Test
    void letsIssuesGoOnlyWhereTheTransitionsLead() {
        TestProject project = world.project();
        Answer issue = project.issue("Careful");
        put(
                        project,
                        statuses("backlog:todo", "in_review:doing", "done:done"),
                        Map.of("backlog", List.of("in_review"), "done", List.of()),
                        Map.of())
                .mustBe(200);

        Answer refused = project.api()
                .patch("/nodes/" + issue.id(), object("status", "done"))
                .mustBe(422);
        assertThat(refused.wrongFields()).containsExactly("status");
        assertThat(refused.text()).contains("allowed are in_review");
        assertThat(status(project, issue)).isEqualTo("backlog");
        for (String status : List.of("in_review", "done")) {
            project.api()
                    .patch("/nodes/" + issue.id(), object("status", status))
                    .mustBe(200);
        }
        project.api().patch("/nodes/" + issue.id(), object("status", "done")).mustBe(200);
        assertThat(project.api()
                        .patch("/nodes/" + issue.id(), object("status", "backlog"))
                        .mustBe(422)
                        .text())
                .contains("final");
    }

    @Test
    void replacesAStatusThatGoesWhileItIsInUse() {
        TestProject project = world.project();
        Answer issue = project.issue("Living");
        Answer trashed = project.issue("In the trash");
        project.api().delete("/nodes/" + trashed.id()).mustBe(200);

        assertThat(put(project, statuses("open:todo", "shipped:done"), Map.of(), Map.of())
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("replacements");
        put(project, statuses("open:todo", "shipped:done"), Map.of(), Map.of("backlog", "open"))
                .mustBe(200);

        assertThat(status(project, issue)).isEqualTo("open");
        project.api().post("/nodes/" + trashed.id() + "/restore").mustBe(200);
        assertThat(status(project, trashed)).isEqualTo("open");
        assertThat(world.stores()
                        .number(
                                "select count(*) from audited_node where status = 'open' and node_id in (?, ?)",
                                issue.id(),
                                trashed.id()))
                .isEqualTo(2);
    }

    @RepeatedTest(3)
    void leavesNoIssueInAStatusThatHasGone() throws Exception {
        TestProject project = world.project();
        List<Callable<Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Answer issue = project.issue("Issue " + i);
            clients.add(() -> project.api().patch("/nodes/" + issue.id(), object("status", "in_review")));
        }
        clients.add(
                2,
                () -> put(
                        project,
                        statuses("backlog:todo", "done:done"),
                        Map.of(),
                        Map.of("in_review", "backlog", "todo", "backlog")));

        AtOnce.run(clients);

        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (n:Issue {project_id: $project}) WHERE n.status <> 'backlog' RETURN count(n)",
                                Map.of("project", project.id().toString())))
                .isZero();
    }

    @Test
    void keepsPriorityEstimateAndDueDateOfIssues() {
        TestProject project = world.project();
        Answer made = project.api()
                .post(
                        project.path("/nodes"),
                        object(
                                "kind",
                                "issue",
                                "title",
                                "Soon",
                                "priority",
                                "urgent",
                                "estimate",
                                2.5,
                                "due_date",
                                "2026-12-01"))
                .mustBe(201);
        Answer plain = project.issue("Some day");

        assertThat(made.text("priority")).isEqualTo("urgent");
        assertThat(plain.text("priority")).isEqualTo("none");
        JsonObject read =
                project.api().get("/nodes/" + made.id()).mustBe(200).json().getJsonObject("node");
        assertThat(read.getJsonNumber("estimate").doubleValue()).isEqualTo(2.5);
        assertThat(read.getString("due_date")).isEqualTo("2026-12-01");
        assertThat(listed(project, "priority=urgent")).containsExactly("Soon");
        assertThat(listed(project, "priority=none")).containsExactly("Some day");
        assertThat(listed(project, "due_from=2026-12-01&due_until=2026-12-01")).containsExactly("Soon");
        assertThat(listed(project, "due_until=2026-11-30")).isEmpty();
        assertThat(listed(project, "estimated=false")).containsExactly("Some day");
        assertThat(listed(project, "category=todo")).containsExactly("Soon", "Some day");
        assertThat(listed(project, "category=done")).isEmpty();
        Answer cleared = project.api()
                .patch("/nodes/" + made.id(), object("clear", List.of("estimate", "due_date"), "priority", "low"))
                .mustBe(200);
        assertThat(cleared.json()).doesNotContainKeys("estimate", "due_date");
        assertThat(cleared.text("priority")).isEqualTo("low");
    }

    @Test
    void refusesWorkOnComponentsAndWhatIsOutOfBounds() {
        TestProject project = world.project();
        Answer issue = project.issue("Issue");

        assertThat(project.api()
                        .patch(
                                "/nodes/" + project.rootId(),
                                object("priority", "low", "estimate", 1, "due_date", "2026-12-01"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("priority", "estimate", "due_date");
        assertThat(project.api()
                        .patch(
                                "/nodes/" + issue.id(),
                                object("estimate", -1, "due_date", "0001-01-01", "clear", List.of("title")))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("estimate", "due_date", "clear");
        assertThat(project.api()
                        .patch("/nodes/" + issue.id(), object("priority", "whenever"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("priority");
        assertThat(project.api()
                        .get(project.path("/nodes?due_from=tomorrow"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("due_from");
    }

    @Test
    void leavesTheWorkflowToAdministrators() {
        TestProject project = world.project();
        var member = project.workspace().member("MEMBER");
        var stranger = world.as(world.person());
        var change = object("statuses", statuses("open:todo", "done:done"));

        member.get(project.path("/workflow")).mustBe(200);
        member.put(project.path("/workflow"), change).mustBe(403);
        stranger.get(project.path("/workflow")).mustBe(404);
        stranger.put(project.path("/workflow"), change).mustBe(404);
        project.workspace()
                .member("ADMIN")
                .put(project.path("/workflow"), change)
                .mustBe(200);
        assertThat(project.api()
                        .put(project.path("/workflow"), object("statuses", List.of()))
                        .mustBe(422)
                        .wrongFields())
                .contains("statuses");
    }

    private static Answer put(TestProject project, Object statuses, Object transitions, Object replacements) {
        return project.api()
                .put(
                        project.path("/workflow"),
                        object("statuses", statuses, "transitions", transitions, "replacements", replacements));
    }

    private static List<Map<String, Object>> statuses(String... namesWithCategories) {
        return java.util.Arrays.stream(namesWithCategories)
                .map(text -> text.split(":"))
                .map(parts -> object("name", parts[0], "category", parts[1]))
                .toList();
    }

    private static List<String> names(Answer workflow) {
        return workflow.json().getJsonArray("statuses").getValuesAs(JsonObject.class).stream()
                .map(status -> status.getString("name"))
                .toList();
    }

    private static String status(TestProject project, Answer issue) {
        return project.api()
                .get("/nodes/" + issue.id())
                .mustBe(200)
                .json()
                .getJsonObject("node")
                .getString("status");
    }

    private static List<String> listed(TestProject project, String filter) {
        return project.api()
                .get(project.path("/nodes?kind=issue&" + filter))
                .mustBe(200)
                .each("title");
    }
}

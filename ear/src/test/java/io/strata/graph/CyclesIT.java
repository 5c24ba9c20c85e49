package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class CyclesIT {

    private final World world;

    CyclesIT(World world) {
        this.world = world;
    }

    @Test
    void makesReadsChangesAndRemovesACycle() {
        TestProject project = world.project();

        Answer made = cycle(project, "First");

        assertThat(made.header("Location")).endsWith("/cycles/" + made.id());
        assertThat(project.api().get(project.path("/cycles")).mustBe(200).each("name"))
                .containsExactly("First");
        Answer changed = project.api()
                .patch("/cycles/" + made.id(), object("end_date", "2027-01-31"))
                .mustBe(200);
        assertThat(changed.text("name")).isEqualTo("First");
        assertThat(changed.text("end_date")).isEqualTo("2027-01-31");
        project.api().delete("/cycles/" + made.id()).mustBe(204);
        project.api().get("/cycles/" + made.id()).mustBe(404);
        project.api().delete("/cycles/" + made.id()).mustBe(404);
        assertThat(project.api()
                        .get("/audit?workspace_id=" + project.workspace().id())
                        .each("action"))
                .startsWith("cycle.deleted", "cycle.changed", "cycle.created");
    }

    @Test
    void countsItsIssuesByCategory() {
        TestProject project = world.project();
        Answer cycle = cycle(project, "Cycle");
        Answer open = project.issue("Open");
        Answer done = project.issue("Done");
        Answer other = project.issue("Not planned");
        plan(project, open, cycle).mustBe(200);
        project.api()
                .patch("/nodes/" + done.id(), object("cycle_id", cycle.id(), "status", "done", "estimate", 3))
                .mustBe(200);

        Answer progress = project.api().get("/cycles/" + cycle.id()).mustBe(200);

        assertThat(progress.json().getInt("issues")).isEqualTo(2);
        assertThat(progress.json().getJsonArray("categories").getValuesAs(JsonObject.class))
                .extracting(share -> share.getString("category") + " " + share.getInt("issues") + " "
                        + share.getJsonNumber("estimate").intValue())
                .containsExactly("todo 1 0", "doing 0 0", "done 1 3", "cancelled 0 0");
        assertThat(project.api()
                        .get(project.path("/nodes?cycle_id=" + cycle.id()))
                        .mustBe(200)
                        .each("title"))
                .containsExactly("Open", "Done");
        assertThat(other.json()).doesNotContainKey("cycle_id");
    }

    @Test
    void keepsTheEdgeAndThePropertyTogether() {
        TestProject project = world.project();
        Answer first = cycle(project, "First");
        Answer second = cycle(project, "Second");
        Answer issue = project.api()
                .post(project.path("/nodes"), object("kind", "issue", "title", "Planned", "cycle_id", first.id()))
                .mustBe(201);
        assertThat(planned(issue, first)).isOne();

        plan(project, issue, second).mustBe(200);
        assertThat(planned(issue, first)).isZero();
        assertThat(planned(issue, second)).isOne();

        project.api().delete("/cycles/" + second.id()).mustBe(204);
        assertThat(project.api().get("/nodes/" + issue.id()).json().getJsonObject("node"))
                .doesNotContainKey("cycle_id");

        plan(project, issue, first).mustBe(200);
        project.api()
                .patch("/nodes/" + issue.id(), object("clear", List.of("cycle_id")))
                .mustBe(200);
        assertThat(planned(issue, first)).isZero();
    }

    @Test
    void refusesACycleThatIsNoneOfTheProject() {
        TestProject project = world.project();
        Answer issue = project.issue("Issue");
        Answer foreign = cycle(world.project(), "Foreign");

        assertThat(plan(project, issue, foreign).mustBe(422).wrongFields()).containsExactly("cycle_id");
        assertThat(project.api()
                        .patch("/nodes/" + issue.id(), object("cycle_id", UUID.randomUUID()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("cycle_id");
        assertThat(project.api().get("/nodes/" + issue.id()).json().getJsonObject("node"))
                .doesNotContainKey("cycle_id");
        assertThat(project.api()
                        .post(
                                project.path("/cycles"),
                                object("name", " ", "start_date", "2026-12-02", "end_date", "2026-12-01"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("name", "end_date");
        assertThat(project.api()
                        .post(
                                project.path("/cycles"),
                                object("name", "Backwards", "start_date", "2026-12-02", "end_date", "2026-12-01"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("end_date");
    }

    @Test
    void leavesCyclesToMembers() {
        TestProject project = world.project();
        Answer cycle = cycle(project, "Cycle");
        var viewer = project.workspace().member("VIEWER");
        var stranger = world.as(world.person());
        var request = object("name", "New", "start_date", "2026-12-01", "end_date", "2026-12-14");

        viewer.get("/cycles/" + cycle.id()).mustBe(200);
        viewer.get(project.path("/cycles")).mustBe(200);
        viewer.post(project.path("/cycles"), request).mustBe(403);
        viewer.patch("/cycles/" + cycle.id(), request).mustBe(403);
        viewer.delete("/cycles/" + cycle.id()).mustBe(403);
        stranger.get("/cycles/" + cycle.id()).mustBe(404);
        stranger.get(project.path("/cycles")).mustBe(404);
        stranger.post(project.path("/cycles"), request).mustBe(404);
        stranger.delete("/cycles/" + cycle.id()).mustBe(404);
        project.workspace()
                .member("MEMBER")
                .post(project.path("/cycles"), request)
                .mustBe(201);
    }

    private static Answer cycle(TestProject project, String name) {
        return project.api()
                .post(
                        project.path("/cycles"),
                        object("name", name, "start_date", "2026-12-01", "end_date", "2026-12-14"))
                .mustBe(201);
    }

    private static Answer plan(TestProject project, Answer issue, Answer cycle) {
        return project.api().patch("/nodes/" + issue.id(), object("cycle_id", cycle.id()));
    }

    private long planned(Answer issue, Answer cycle) {
        return world.stores()
                .graphNumber(
                        "MATCH (n {id: $issue, cycle_id: $cycle})-[edge:IN_CYCLE]->(:Cycle {id: $cycle})"
                                + " RETURN count(edge)",
                        Map.of("issue", issue.text("id"), "cycle", cycle.text("id")));
    }
}

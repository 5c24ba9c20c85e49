package io.strata.reconciliation;

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
class ReconciliationIT {

    private final World world;

    ReconciliationIT(World world) {
        this.world = world;
    }

    @Test
    void findsOrphansOfBothStoresAndForgetsThemOnceMended() {
        TestProject project = world.project();
        String row = plantRow(project);
        String node = plantNode(project);

        reconcile();
        assertThat(openSubjects("content_without_node")).contains(row).doesNotContain(node);
        assertThat(openSubjects("node_without_content")).contains(node).doesNotContain(row);

        world.stores().sql("delete from node_content where node_id = ?", UUID.fromString(row));
        world.stores().cypher("MATCH (n:Node {id: $id}) DETACH DELETE n", Map.of("id", node));
        reconcile();
        assertThat(openSubjects("content_without_node")).doesNotContain(row);
        assertThat(openSubjects("node_without_content")).doesNotContain(node);
    }

    @Test
    void findsNothingWrongWithWhatTheApiMade() {
        TestProject project = world.project();
        Answer issue = project.issue("As it should be");
        Answer deleted = project.issue("In the trash");
        project.api().delete("/nodes/" + deleted.id()).mustBe(200);

        reconcile();

        assertThat(openSubjects("node_without_content")).doesNotContain(issue.text("id"), deleted.text("id"));
        assertThat(openSubjects("content_without_node")).doesNotContain(issue.text("id"), deleted.text("id"));
    }

    @Test
    void isNotForPeopleWhoDoNotOperateTheInstallation() {
        var person = world.as(world.person());

        person.get("/reconciliation/findings").mustBe(403);
        person.get("/jobs/executions").mustBe(403);
        person.post("/jobs/reconciliation/executions").mustBe(403);
        world.administrator().post("/jobs/no-such-job/executions").mustBe(404);
    }

    private String plantRow(TestProject project) {
        UUID id = UUID.randomUUID();
        world.stores()
                .sql(
                        "insert into node_content (node_id, project_id, workspace_id, created_at, updated_at)"
                                + " values (?, ?, ?, now(), now())",
                        id,
                        project.id(),
                        project.workspace().id());
        return id.toString();
    }

    private String plantNode(TestProject project) {
        String id = UUID.randomUUID().toString();
        world.stores()
                .cypher(
                        "CREATE (:Node:Issue {id: $id, short_id: $id, project_id: $project, workspace_id: $workspace,"
                                + " title: 'Orphan', created_at: $now, updated_at: $now})",
                        Map.of(
                                "id", id,
                                "project", project.id().toString(),
                                "workspace", project.workspace().id().toString(),
                                "now", java.time.Instant.now().toString()));
        return id;
    }

    private void reconcile() {
        new Passes(world).run();
    }

    private List<String> openSubjects(String kind) {
        return world
                .administrator()
                .get("/reconciliation/findings?status=open&limit=200&kind=" + kind)
                .mustBe(200)
                .items()
                .stream()
                .map((JsonObject finding) -> finding.getString("subject"))
                .toList();
    }
}

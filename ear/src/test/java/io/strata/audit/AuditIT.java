package io.strata.audit;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.TestWorkspace;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class AuditIT {

    private final World world;

    AuditIT(World world) {
        this.world = world;
    }

    @Test
    void recordsEveryChangeOfAWorkspace() {
        TestProject project = world.project();
        Answer issue = project.issue("First");
        project.api().patch("/nodes/" + issue.id(), object("title", "Second")).mustBe(200);
        project.api().patch(project.path(""), object("name", "Renamed")).mustBe(200);
        project.api()
                .patch(project.workspace().path(""), object("name", "Renamed too"))
                .mustBe(200);

        assertThat(entries(project.workspace()).stream().map(entry -> entry.getString("action")))
                .containsExactly(
                        "workspace.changed",
                        "project.changed",
                        "node.changed",
                        "node.created",
                        "project.created",
                        "workspace.created");
    }

    @Test
    void keepsTheStateBeforeAndAfter() {
        TestProject project = world.project();
        Answer issue = project.issue("First");
        project.api().patch("/nodes/" + issue.id(), object("title", "Second")).mustBe(200);

        JsonObject entry = entries(project.workspace()).get(0);

        assertThat(entry.getString("subject_id")).isEqualTo(issue.text("id"));
        assertThat(entry.getString("actor_handle")).isEqualTo(world.strata().administratorHandle());
        assertThat(entry.get("before").toString()).contains("First").doesNotContain("Second");
        assertThat(entry.get("after").toString()).contains("Second").doesNotContain("First");
    }

    @Test
    void recordsNothingWhenTheChangeIsRefused() {
        TestProject project = world.project();
        int before = entries(project.workspace()).size();

        project.api()
                .patch("/nodes/" + project.rootId(), object("status", "nirvana"))
                .mustBe(422);

        assertThat(entries(project.workspace())).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set actor_handle = 'somebody else'",
                "delete from audit_log",
                "truncate audit_log",
                "drop table audit_log"
            })
    void cannotBeRewrittenByTheServersRole(String statement) throws SQLException {
        try (var connection = world.stores().connect();
                var prepared = connection.createStatement()) {
            assertThatThrownBy(() -> prepared.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }

    private List<JsonObject> entries(TestWorkspace workspace) {
        return workspace
                .api()
                .get("/audit?workspace_id=" + workspace.id())
                .mustBe(200)
                .items();
    }
}

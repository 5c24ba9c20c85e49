package io.strata.audit;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class RefusalsIT {

    private final World world;

    RefusalsIT(World world) {
        this.world = world;
    }

    @Test
    void recordsAForbiddenChangeWithItsReason() {
        TestProject project = world.project();
        Answer issue = project.issue("Not yours");
        Api viewer = project.workspace().member("VIEWER");

        viewer.patch("/nodes/" + issue.text("short_id"), object("title", "Mine"))
                .mustBe(403);

        JsonObject entry = only(refusals(project));
        assertThat(entry.getString("action")).isEqualTo("refused.node_write");
        assertThat(entry.getString("subject_kind")).isEqualTo("node");
        assertThat(entry.getString("subject_id")).isEqualTo(issue.text("id"));
        assertThat(entry.get("before")).isNull();
        JsonObject why = entry.getJsonObject("after");
        assertThat(why.getString("answer")).isEqualTo("forbidden");
        assertThat(why.getString("reason")).contains("node write");
        assertThat(why.getString("operation")).isEqualTo("NodeResource.change");
        assertThat(project.api().get("/nodes/" + issue.id()).text()).contains("Not yours");
    }

    @Test
    void recordsAChangeOfWhatIsInvisible() {
        TestProject project = world.project();
        Person stranger = world.person();

        world.as(stranger)
                .patch("/nodes/" + project.rootId(), object("title", "Mine"))
                .mustBe(404);
        world.as(stranger).patch(project.path(""), object("name", "Mine")).mustBe(404);
        world.as(stranger)
                .post(project.path("/nodes"), object("kind", "issue", "title", "Mine"))
                .mustBe(404);

        List<JsonObject> refusals = refusals(project);
        assertThat(refusals.stream().map(entry -> entry.getString("subject_kind")))
                .containsExactly("project", "project", "node");
        assertThat(refusals).allSatisfy(entry -> {
            assertThat(entry.getString("actor_handle")).isEqualTo(stranger.handle());
            assertThat(entry.getJsonObject("after").getString("answer")).isEqualTo("not_found");
        });
    }

    @Test
    void recordsNeitherWhatIsAbsentNorReadsOfWhatIsInvisible() {
        TestProject project = world.project();
        Answer gone = project.issue("Gone");
        Api member = project.workspace().member("MEMBER");
        member.delete("/nodes/" + gone.id()).mustBe(200);
        Person stranger = world.person();

        member.patch("/nodes/" + gone.id(), object("title", "Back")).mustBe(404);
        member.patch("/nodes/" + UUID.randomUUID(), object("title", "Nothing")).mustBe(404);
        world.as(stranger).get("/nodes/" + project.rootId()).mustBe(404);
        world.as(stranger).delete("/nodes/" + UUID.randomUUID()).mustBe(404);

        assertThat(refusals(project)).isEmpty();
        assertThat(refusalsOf(stranger.handle())).isEmpty();
    }

    @Test
    void recordsARefusedReadButNobodyWhoHasNotSignedIn() {
        TestProject project = world.project();
        String path = "/audit?workspace_id=" + project.workspace().id();

        world.anonymous().get(path).mustBe(401);
        project.workspace().member("MEMBER").get(path).mustBe(403);

        JsonObject entry = only(refusals(project));
        assertThat(entry.getString("action")).isEqualTo("refused.audit_read");
        assertThat(entry.getString("subject_kind")).isEqualTo("workspace");
    }

    @Test
    void recordsWhatOnlyAdministratorsOfTheInstallationMayDo() {
        Person person = world.person();

        world.as(person).post("/jobs/reconciliation/executions").mustBe(403);
        world.as(person).get("//admin/audit.xhtml").mustBe(403);

        assertThat(refusalsOf(person.handle()).stream().map(entry -> entry.getString("action")))
                .containsExactly("refused.system_read", "refused.system_operate");
    }

    @Test
    void recordsTheSameRefusalOnce() {
        TestProject project = world.project();
        Api viewer = project.workspace().member("VIEWER");

        for (int i = 0; i < 25; i++) {
            viewer.patch("/nodes/" + project.rootId(), object("title", "Mine " + i))
                    .mustBe(403);
        }

        // A minute may end in between; what has been counted then is told by one more entry.
        assertThat(refusals(project)).hasSizeBetween(1, 3);
    }

    private List<JsonObject> refusals(TestProject project) {
        return world.administrator()
                .get("/audit?action=refused.&workspace_id="
                        + project.workspace().id())
                .mustBe(200)
                .items();
    }

    private List<JsonObject> refusalsOf(String handle) {
        return world.administrator()
                .get("/audit?action=refused.&limit=200&actor=" + handle)
                .mustBe(200)
                .items();
    }

    private static JsonObject only(List<JsonObject> entries) {
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}

package io.strata.workspaces;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.TestWorkspace;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Projects and workspaces that go. */
@AgainstStrata
class RemovalIT {

    private final World world;

    RemovalIT(World world) {
        this.world = world;
    }

    @Test
    void removesAProjectOfWhichOnlyTheRootIsLeft() {
        TestProject project = world.project();
        Answer issue = project.issue("In the way");
        project.api()
                .post(
                        project.path("/cycles"),
                        object("name", "Cycle", "start_date", "2026-12-01", "end_date", "2026-12-14"))
                .mustBe(201);
        project.api()
                .post("/nodes/" + issue.id() + "/comments", object("text", "Words"))
                .mustBe(201);
        String node = "/nodes/" + issue.id();
        project.api()
                .upload(node + "/attachments", new Upload().file("words.txt", "text/plain", "Words".getBytes()))
                .mustBe(201);
        project.api().put(node + "/reactions/heart").mustBe(200);

        project.api().delete(project.path("")).mustBe(409);
        project.api().delete("/nodes/" + issue.id()).mustBe(200);
        project.api().delete(project.path("")).mustBe(204);

        project.api().get(project.path("")).mustBe(404);
        project.api().get("/nodes/" + project.rootId()).mustBe(404);
        project.api().post("/nodes/" + issue.id() + "/restore").mustBe(404);
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (n) WHERE n.project_id = $project OR n.id = $project RETURN count(n)",
                                Map.of("project", project.id().toString())))
                .isZero();
        assertThat(world.stores().number("select count(*) from node_content where project_id = ?", project.id()))
                .isZero();
        for (String table : List.of("comment", "attachment", "reaction", "watcher")) {
            assertThat(world.stores().number("select count(*) from " + table + " where node_id = ?", issue.id()))
                    .as(table)
                    .isZero();
        }
        assertThat(world.stores()
                        .number("select count(*) from pg_class where relname like ?", "project_%_" + project.id()))
                .isZero();
    }

    @Test
    void keepsAProjectThatHasDocuments() {
        TestProject project = world.project();
        project.api()
                .upload(
                        project.workspace().path("/documents"),
                        new Upload()
                                .field("project_id", project.id().toString())
                                .file("words.txt", "text/plain", "Some words about it".getBytes()))
                .mustBe(202);

        project.api().delete(project.path("")).mustBe(409);
    }

    @Test
    void removesAWorkspaceInWhichThereIsNothing() {
        TestWorkspace workspace = world.workspace();
        TestProject project = workspace.project();

        workspace.api().delete(workspace.path("")).mustBe(409);
        project.api().delete(project.path("")).mustBe(204);
        workspace.api().delete(workspace.path("")).mustBe(204);

        workspace.api().get(workspace.path("")).mustBe(404);
        assertThat(world.stores().number("select count(*) from topic where workspace_id = ?", workspace.id()))
                .isZero();
    }

    @Test
    void leavesRemovingToThoseWhoManage() {
        TestProject project = world.project();
        TestWorkspace workspace = project.workspace();
        var member = workspace.member("MEMBER");
        var administrator = workspace.member("ADMIN");
        var stranger = world.as(world.person());

        member.delete(project.path("")).mustBe(403);
        stranger.delete(project.path("")).mustBe(404);
        administrator.delete(project.path("")).mustBe(204);
        stranger.delete(workspace.path("")).mustBe(404);
        member.delete(workspace.path("")).mustBe(403);
        administrator.delete(workspace.path("")).mustBe(403);
        workspace.member("OWNER").delete(workspace.path("")).mustBe(204);
    }
}

package io.strata.access;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.TestWorkspace;
import io.strata.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class RightsIT {

    private final World world;

    RightsIT(World world) {
        this.world = world;
    }

    @Test
    void hidesAWorkspaceAndAllInItFromWhoDoesNotBelong() {
        TestProject project = world.project();
        String issue = project.issue("Secret").text("short_id");
        Api stranger = world.as(world.person());

        for (String path : List.of(
                project.workspace().path(""),
                project.workspace().path("/projects"),
                project.path(""),
                project.path("/nodes"),
                "/nodes/" + issue,
                "/nodes/" + project.rootId(),
                "/nodes/" + issue + "/children",
                "/audit?workspace_id=" + project.workspace().id())) {
            assertThat(stranger.get(path).mustBe(404).errorCode()).as(path).isEqualTo("not_found");
        }
        assertThat(stranger.get("/workspaces").items()).isEmpty();
    }

    @Test
    void doesNotTellAnInvisibleThingFromOneThatDoesNotExist() {
        TestProject project = world.project();
        Api stranger = world.as(world.person());

        String invisible =
                stranger.get("/nodes/" + project.rootId()).mustBe(404).text();
        String absent = stranger.get("/nodes/" + java.util.UUID.randomUUID())
                .mustBe(404)
                .text();

        assertThat(invisible).isEqualTo(absent);
    }

    @Test
    void letsStrangersChangeNothing() {
        TestProject project = world.project();
        Api stranger = world.as(world.person());

        stranger.post(project.path("/nodes"), object("kind", "issue", "title", "Mine"))
                .mustBe(404);
        stranger.patch("/nodes/" + project.rootId(), object("title", "Mine")).mustBe(404);
        stranger.patch(project.path(""), object("name", "Mine")).mustBe(404);
        stranger.patch(project.workspace().path(""), object("name", "Mine")).mustBe(404);
    }

    @Test
    void letsAViewerReadButNotWrite() {
        TestProject project = world.project();
        Api viewer = project.workspace().member("VIEWER");

        viewer.get("/nodes/" + project.rootId()).mustBe(200);

        assertThat(viewer.post(project.path("/nodes"), object("kind", "issue", "title", "No"))
                        .mustBe(403)
                        .errorCode())
                .isEqualTo("forbidden");
        viewer.patch("/nodes/" + project.rootId(), object("title", "No")).mustBe(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEMBER", "ADMIN", "OWNER"})
    void letsMembersWriteNodes(String role) {
        TestProject project = world.project();

        project.workspace()
                .member(role)
                .post(project.path("/nodes"), object("kind", "issue", "title", "Yes"))
                .mustBe(201);
    }

    @Test
    void leavesProjectsTheWorkspaceAndItsAuditLogToItsAdministrators() {
        TestWorkspace workspace = world.workspace();
        Api member = workspace.member("MEMBER");
        Api administrator = workspace.member("ADMIN");

        member.post(workspace.path("/projects"), object("key", "NOPE", "name", "No"))
                .mustBe(403);
        member.patch(workspace.path(""), object("name", "No")).mustBe(403);
        member.get("/audit?workspace_id=" + workspace.id()).mustBe(403);
        administrator.patch(workspace.path(""), object("name", "Yes")).mustBe(200);
        administrator.get("/audit?workspace_id=" + workspace.id()).mustBe(200);
    }

    @Test
    void leavesTheWholeAuditLogToAdministratorsOfTheInstallation() {
        assertThat(world.as(world.person()).get("/audit").mustBe(403).errorCode())
                .isEqualTo("forbidden");
        world.administrator().get("/audit").mustBe(200);
    }
}

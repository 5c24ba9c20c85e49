package io.strata.workspaces;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.TestWorkspace;
import io.strata.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@AgainstStrata
class WorkspacesIT {

    private final World world;

    WorkspacesIT(World world) {
        this.world = world;
    }

    @Test
    void createsAWorkspaceThatItsMakerOwns() {
        Api maker = world.as(world.person());

        Answer created =
                maker.post("/workspaces", object("name", "Rocket works")).mustBe(201);

        assertThat(created.header("Location")).endsWith("/api/v1/workspaces/" + created.id());
        Answer read = maker.get("/workspaces/" + created.id()).mustBe(200);
        assertThat(read.text("name")).isEqualTo("Rocket works");
        assertThat(read.text("role")).isEqualTo("owner");
        assertThat(maker.get("/workspaces").each("id")).containsExactly(created.text("id"));
        assertThat(maker.get("/workspaces?text=ROCKET").each("id")).containsExactly(created.text("id"));
        assertThat(maker.get("/workspaces?text=garden").mustBe(200).items()).isEmpty();
    }

    @Test
    void renamesAWorkspace() {
        TestWorkspace workspace = world.workspace();

        workspace.api().patch(workspace.path(""), object("name", "Renamed")).mustBe(200);

        assertThat(workspace.api().get(workspace.path("")).text("name")).isEqualTo("Renamed");
    }

    @Test
    void listsPageByPageWithoutLossAndWithoutRepetition() {
        Api maker = world.as(world.person());
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(maker.post("/workspaces", object("name", "Number " + i))
                    .mustBe(201)
                    .text("id"));
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = maker.get("/workspaces?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .mustBe(200);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            read.addAll(page.each("id"));
            cursor = page.text("next_cursor");
        }

        assertThat(read).isEqualTo(made);
    }

    @Test
    void createsAProjectWithARootComponent() {
        TestProject project = world.project();

        Answer read = project.api().get(project.path("")).mustBe(200);
        assertThat(read.text("key")).isEqualTo(project.key());
        assertThat(read.json().getJsonArray("statuses")).hasSizeGreaterThan(3);
        Answer root = project.api().get("/nodes/" + project.rootId()).mustBe(200);
        assertThat(root.json().getJsonObject("node").getString("kind")).isEqualTo("component");
        assertThat(project.api().get(project.workspace().path("/projects")).each("id"))
                .containsExactly(project.id().toString());
    }

    @Test
    void renamesAProjectButNotItsKey() {
        TestProject project = world.project();

        project.api()
                .patch(project.path(""), object("name", "Other", "key", "OTHER"))
                .mustBe(200);

        Answer read = project.api().get(project.path("")).mustBe(200);
        assertThat(read.text("name")).isEqualTo("Other");
        assertThat(read.text("key")).isEqualTo(project.key());
    }

    @Test
    void refusesAProjectKeyThatIsTakenOrMalformed() {
        TestProject project = world.project();
        String projects = project.workspace().path("/projects");

        assertThat(project.api()
                        .post(projects, object("key", project.key(), "name", "Again"))
                        .mustBe(409)
                        .errorCode())
                .isEqualTo("conflict");
        assertThat(project.api()
                        .post(projects, object("key", "lower case", "name", ""))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("key", "name");
    }
}

package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class LinksIT {

    private final World world;

    LinksIT(World world) {
        this.world = world;
    }

    @Test
    void showsALinkAtBothEnds() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");

        Answer link = link(project, one, "blocks", two.id()).mustBe(201);

        assertThat(link.text("type")).isEqualTo("blocks");
        assertThat(link.json().getInt("layer")).isEqualTo(2);
        assertThat(link.header("Location")).endsWith("/links/blocks/" + two.id());
        assertThat(links(project, one)).singleElement().satisfies(shown -> {
            assertThat(shown.getString("direction")).isEqualTo("outgoing");
            assertThat(shown.getJsonObject("node").getString("short_id")).isEqualTo(two.text("short_id"));
            assertThat(shown).doesNotContainKey("source");
        });
        assertThat(links(project, two)).singleElement().satisfies(shown -> {
            assertThat(shown.getString("direction")).isEqualTo("incoming");
            assertThat(shown.getJsonObject("node").getString("id")).isEqualTo(one.text("id"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"depends_on", "imports", "calls_api", "shares_db"})
    void linksComponentsByHandInTheLayerOfCode(String type) {
        TestProject project = world.project();
        Answer one = project.component("One");
        Answer two = project.component("Two");

        Answer link = link(project, one, type, two.id()).mustBe(201);

        assertThat(link.json().getInt("layer")).isEqualTo(3);
        assertThat(link.text("source")).isEqualTo("manual");
        assertThat(link(project, one, "blocks", two.id()).mustBe(422).wrongFields())
                .containsExactly("type", "target_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocks", "relates_to", "duplicates"})
    void linksIssuesInTheLayerOfWork(String type) {
        TestProject project = world.project();
        Answer issue = project.issue("Issue");
        Answer component = project.component("Component");

        link(project, issue, type, project.issue("Other").id()).mustBe(201);
        assertThat(link(project, issue, type, component.id()).mustBe(422).wrongFields())
                .containsExactly("target_id");
        assertThat(link(project, issue, type, issue.id()).mustBe(422).wrongFields())
                .containsExactly("target_id");
    }

    @Test
    void refusesWhatIsLinkedAlready() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        link(project, one, "duplicates", two.id()).mustBe(201);
        link(project, one, "relates_to", two.id()).mustBe(201);

        assertThat(link(project, one, "duplicates", two.id()).mustBe(409).errorCode())
                .isEqualTo("conflict");
        link(project, two, "relates_to", one.id()).mustBe(409);
    }

    @Test
    void refusesACycleOfBlocksAndNamesIt() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        Answer three = project.issue("Three");
        link(project, one, "blocks", two.id()).mustBe(201);
        link(project, two, "blocks", three.id()).mustBe(201);

        Answer refused = link(project, three, "blocks", one.id()).mustBe(409);

        assertThat(refused.text())
                .contains(String.join(
                        " → ",
                        three.text("short_id"),
                        one.text("short_id"),
                        two.text("short_id"),
                        three.text("short_id")));
        project.api().delete("/nodes/" + two.id()).mustBe(200);
        link(project, three, "blocks", one.id()).mustBe(409);
    }

    @Test
    void linksWithinAWorkspaceOnly() {
        TestProject project = world.project();
        TestProject sibling = project.workspace().project();
        Answer issue = project.issue("Here");

        link(project, issue, "blocks", sibling.issue("Next door").id()).mustBe(201);
        for (UUID target : new UUID[] {
            null, UUID.randomUUID(), world.project().issue("Far").id()
        }) {
            assertThat(link(project, issue, "blocks", target).mustBe(422).wrongFields())
                    .containsExactly("target_id");
        }
        assertThat(link(project, issue, "adores", sibling.rootId()).mustBe(422).wrongFields())
                .containsExactly("type");
    }

    @Test
    void removesALink() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        link(project, one, "blocks", two.id()).mustBe(201);
        link(project, one, "relates_to", two.id()).mustBe(201);

        project.api().delete("/nodes/" + two.id() + "/links/blocks/" + one.id()).mustBe(404);
        project.api()
                .delete("/nodes/" + one.text("short_id") + "/links/blocks/" + two.text("short_id"))
                .mustBe(204);
        project.api().delete("/nodes/" + one.id() + "/links/blocks/" + two.id()).mustBe(404);
        project.api()
                .delete("/nodes/" + two.id() + "/links/relates_to/" + one.id())
                .mustBe(204);
        assertThat(links(project, one)).isEmpty();
        project.api().delete("/nodes/" + one.id() + "/links/adores/" + two.id()).mustBe(422);
    }

    @Test
    void leavesLinksToMembers() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        String path = "/nodes/" + one.id() + "/links";
        var request = object("type", "blocks", "target_id", two.id());
        var viewer = project.workspace().member("VIEWER");
        var stranger = world.as(world.person());

        viewer.post(path, request).mustBe(403);
        stranger.post(path, request).mustBe(404);
        project.api().post("/nodes/" + UUID.randomUUID() + "/links", request).mustBe(404);
        project.workspace().member("MEMBER").post(path, request).mustBe(201);
        viewer.delete(path + "/blocks/" + two.id()).mustBe(403);
        stranger.delete(path + "/blocks/" + two.id()).mustBe(404);
        assertThat(viewer.get("/nodes/" + one.id()).json().getJsonArray("links"))
                .hasSize(1);
    }

    @Test
    void recordsLinksAndTheirEnds() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        link(project, one, "blocks", two.id()).mustBe(201);
        project.api().delete("/nodes/" + one.id() + "/links/blocks/" + two.id()).mustBe(204);

        List<JsonObject> entries = project.api()
                .get("/audit?workspace_id=" + project.workspace().id())
                .mustBe(200)
                .items();
        assertThat(entries.get(0).getString("action")).isEqualTo("link.deleted");
        assertThat(entries.get(1).getString("action")).isEqualTo("link.created");
        assertThat(entries.get(1).getJsonObject("after").getJsonObject("link").getString("type"))
                .isEqualTo("blocks");
    }

    private static Answer link(TestProject project, Answer source, String type, UUID target) {
        return project.api().post("/nodes/" + source.id() + "/links", object("type", type, "target_id", target));
    }

    private static List<JsonObject> links(TestProject project, Answer node) {
        return project.api()
                .get("/nodes/" + node.id())
                .mustBe(200)
                .json()
                .getJsonArray("links")
                .getValuesAs(JsonObject.class);
    }
}

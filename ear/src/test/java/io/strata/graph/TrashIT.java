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
class TrashIT {

    private final World world;

    TrashIT(World world) {
        this.world = world;
    }

    @Test
    void hidesADeletedNodeWithAllThatIsBelowIt() {
        TestProject project = world.project();
        Answer component = project.component("Old engine");
        Answer issue = project.create("issue", "Fuel leaks", component.id());
        Answer below = project.create("issue", "Replace the seal", issue.id());
        Answer related = project.issue("Related");
        project.api()
                .post("/nodes/" + issue.id() + "/links", object("type", "relates_to", "target_id", related.id()))
                .mustBe(201);

        Answer deleted = delete(project, component.text("short_id")).mustBe(200);

        assertThat(deleted.json().getInt("deleted")).isEqualTo(3);
        assertThat(deleted.json().getJsonArray("ids").toString())
                .contains(component.text("id"), issue.text("id"), below.text("id"));
        for (Answer gone : List.of(component, issue, below)) {
            project.api().get("/nodes/" + gone.id()).mustBe(404);
            project.api().get("/nodes/" + gone.text("short_id")).mustBe(404);
            project.api().get("/nodes/" + gone.id() + "/children").mustBe(404);
            project.api()
                    .patch("/nodes/" + gone.id(), object("title", "Haunting"))
                    .mustBe(404);
            delete(project, gone.text("id")).mustBe(404);
        }
        assertThat(project.api().get(project.path("/nodes")).each("id"))
                .containsExactlyInAnyOrder(project.rootId().toString(), related.text("id"));
        JsonObject root = project.api().get("/nodes/" + project.rootId()).json();
        assertThat(root.getInt("child_count")).isEqualTo(1);
        assertThat(root.getJsonArray("children")).hasSize(1);
        assertThat(project.api().get("/nodes/" + related.id()).json().getJsonArray("links"))
                .isEmpty();
        assertThat(project.api()
                        .post(project.path("/nodes"), object("kind", "issue", "title", "X", "parent_id", issue.id()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("parent_id");
        assertThat(project.api()
                        .post("/nodes/" + related.id() + "/move", object("parent_id", issue.id()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("parent_id");
    }

    @Test
    void restoresEverythingAsItWas() {
        TestProject project = world.project();
        Answer component = project.component("Engine");
        Answer issue = project.create("issue", "Fuel leaks", component.id());
        Answer other = project.issue("Other");
        project.api()
                .post("/nodes/" + issue.id() + "/links", object("type", "blocks", "target_id", other.id()))
                .mustBe(201);
        project.api()
                .patch("/nodes/" + issue.id(), object("description", "Words"))
                .mustBe(200);
        JsonObject before = project.api().get("/nodes/" + issue.id()).json();
        delete(project, component.text("id")).mustBe(200);

        Answer restored = restore(project, component.text("short_id")).mustBe(200);

        assertThat(restored.json().getInt("restored")).isEqualTo(2);
        assertThat(project.api().get("/nodes/" + issue.id()).mustBe(200).json()).isEqualTo(before);
        assertThat(project.api().get(project.path("/trash")).mustBe(200).items())
                .isEmpty();
        assertThat(restore(project, component.text("id")).mustBe(409).errorCode())
                .isEqualTo("conflict");
    }

    @Test
    void restoresWhatOneDeletionTookAndNothingElse() {
        TestProject project = world.project();
        Answer top = project.issue("Top");
        Answer middle = project.create("issue", "Middle", top.id());
        Answer bottom = project.create("issue", "Bottom", middle.id());
        delete(project, bottom.text("id")).mustBe(200);
        delete(project, top.text("id")).mustBe(200);

        assertThat(restore(project, middle.text("id")).mustBe(409).text()).contains(top.text("short_id"));
        restore(project, bottom.text("id")).mustBe(409);
        assertThat(restore(project, top.text("id")).mustBe(200).json().getInt("restored"))
                .isEqualTo(2);
        project.api().get("/nodes/" + middle.id()).mustBe(200);
        project.api().get("/nodes/" + bottom.id()).mustBe(404);
        restore(project, bottom.text("id")).mustBe(200);
        project.api().get("/nodes/" + bottom.id()).mustBe(200);
    }

    @Test
    void listsEachDeletionTheLatestFirst() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        project.create("issue", "Below", two.id());
        Answer three = project.issue("Three");
        for (Answer issue : List.of(one, two, three)) {
            delete(project, issue.text("id")).mustBe(200);
        }

        Answer first = project.api().get(project.path("/trash?limit=2")).mustBe(200);
        Answer second = project.api()
                .get(project.path("/trash?limit=2&cursor=" + first.text("next_cursor")))
                .mustBe(200);

        assertThat(first.each("id")).containsExactly(three.text("id"), two.text("id"));
        assertThat(second.each("id")).containsExactly(one.text("id"));
        assertThat(second.text("next_cursor")).isNull();
        JsonObject entry = first.items().get(1);
        assertThat(entry.getInt("count")).isEqualTo(2);
        assertThat(entry.getString("short_id")).isEqualTo(two.text("short_id"));
        assertThat(entry.getBoolean("restorable")).isTrue();
        assertThat(entry).containsKeys("trashed_at", "trashed_by");
    }

    @Test
    void keepsTheRootOfAProject() {
        TestProject project = world.project();

        assertThat(delete(project, project.rootId().toString()).mustBe(409).errorCode())
                .isEqualTo("conflict");
    }

    @Test
    void leavesTheTrashToMembers() {
        TestProject project = world.project();
        Answer issue = project.issue("Precious");
        String path = "/nodes/" + issue.id();
        var viewer = project.workspace().member("VIEWER");
        var member = project.workspace().member("MEMBER");
        var stranger = world.as(world.person());

        viewer.delete(path).mustBe(403);
        stranger.delete(path).mustBe(404);
        member.delete(path).mustBe(200);
        viewer.get(project.path("/trash")).mustBe(200);
        stranger.get(project.path("/trash")).mustBe(404);
        viewer.post(path + "/restore").mustBe(403);
        stranger.post(path + "/restore").mustBe(404);
        member.post(path + "/restore").mustBe(200);
        member.delete("/nodes/" + UUID.randomUUID()).mustBe(404);
        member.post("/nodes/" + UUID.randomUUID() + "/restore").mustBe(404);
        member.get(project.path("/trash?limit=0")).mustBe(422);
    }

    @Test
    void recordsDeletionAndRestoration() {
        TestProject project = world.project();
        Answer issue = project.issue("Here and gone");
        delete(project, issue.text("id")).mustBe(200);
        restore(project, issue.text("id")).mustBe(200);

        List<JsonObject> entries = project.api()
                .get("/audit?workspace_id=" + project.workspace().id())
                .mustBe(200)
                .items();
        assertThat(entries.get(0).getString("action")).isEqualTo("node.restored");
        assertThat(entries.get(1).getString("action")).isEqualTo("node.deleted");
        assertThat(entries.get(1).getJsonObject("before").getString("title")).isEqualTo("Here and gone");
    }

    @Test
    void keepsTheShortIdsOfWhatIsInTheTrash() {
        TestProject project = world.project();
        Answer issue = project.issue("First");
        delete(project, issue.text("id")).mustBe(200);

        assertThat(project.issue("Second").text("short_id")).isNotEqualTo(issue.text("short_id"));
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (n:Trashed:Issue {id: $id}) WHERE NOT n:Node RETURN count(n)",
                                Map.of("id", issue.text("id"))))
                .isEqualTo(1);
    }

    private static Answer delete(TestProject project, String node) {
        return project.api().delete("/nodes/" + node);
    }

    private static Answer restore(TestProject project, String node) {
        return project.api().post("/nodes/" + node + "/restore");
    }
}

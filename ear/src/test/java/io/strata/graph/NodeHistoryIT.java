package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class NodeHistoryIT {

    private final World world;

    NodeHistoryIT(World world) {
        this.world = world;
    }

    @Test
    void tellsWhatHasChangedFromWhatToWhat() {
        TestProject project = world.project();
        Answer issue = project.issue("Before");
        project.api()
                .patch("/nodes/" + issue.id(), object("title", "After", "status", "in_progress"))
                .mustBe(200);
        project.api()
                .patch("/nodes/" + issue.id(), object("description", "One"))
                .mustBe(200);
        project.api()
                .patch("/nodes/" + issue.id(), object("description", "Two", "title", "After"))
                .mustBe(200);

        Api viewer = project.workspace().member("VIEWER");
        List<JsonObject> history = history(viewer, issue, "").items();

        assertThat(history)
                .extracting(change -> change.getString("action"))
                .containsExactly("node.changed", "node.changed", "node.changed", "node.created");
        assertThat(history.get(0).getString("actor_handle"))
                .isEqualTo(world.strata().administratorHandle());
        assertThat(change(history.get(0), "description")).isEqualTo("One → Two");
        assertThat(history.get(0).getJsonArray("changes")).hasSize(1);
        assertThat(change(history.get(2), "title")).isEqualTo("Before → After");
        assertThat(change(history.get(2), "status")).isEqualTo("backlog → in_progress");
        assertThat(change(history.get(3), "title")).isEqualTo("null → Before");
    }

    @Test
    void keepsToOneField() {
        TestProject project = world.project();
        Answer issue = project.issue("One");
        project.api().patch("/nodes/" + issue.id(), object("title", "Two")).mustBe(200);
        project.api()
                .patch("/nodes/" + issue.id(), object("description", "Words"))
                .mustBe(200);
        project.api().patch("/nodes/" + issue.id(), object("title", "Three")).mustBe(200);
        Answer component = project.component("Part");
        project.api()
                .post("/nodes/" + issue.id() + "/move", object("parent_id", component.id()))
                .mustBe(200);

        Answer last = history(project.api(), issue, "?field=title&limit=2");
        Answer first = history(project.api(), issue, "?field=title&limit=2&cursor=" + last.text("next_cursor"));

        assertThat(last.items())
                .extracting(change -> change(change, "title"))
                .containsExactly("Two → Three", "One → Two");
        assertThat(first.items()).extracting(change -> change(change, "title")).containsExactly("null → One");
        assertThat(first.text("next_cursor")).isNull();
        assertThat(history(project.api(), issue, "?field=description").items()).hasSize(1);
        assertThat(history(project.api(), issue, "?field=parent_id").items())
                .extracting(change -> change(change, "parent_id"))
                .containsExactly(project.rootId() + " → " + component.id());
        assertThat(history(project.api(), issue, "").items().get(0).getJsonArray("changes"))
                .hasSize(1);
    }

    @Test
    void tellsOfTheTrashWithoutChangesOfFields() {
        TestProject project = world.project();
        Answer issue = project.issue("Deleted");
        project.api().delete("/nodes/" + issue.id()).mustBe(200);
        project.api().get("/nodes/" + issue.id() + "/history").mustBe(404);
        project.api().post("/nodes/" + issue.id() + "/restore").mustBe(200);

        List<JsonObject> history = history(project.api(), issue, "").items();

        assertThat(history)
                .extracting(change -> change.getString("action"))
                .containsExactly("node.restored", "node.deleted", "node.created");
        assertThat(history.get(0).getJsonArray("changes")).isEmpty();
        assertThat(history(project.api(), issue, "?field=title").items()).hasSize(1);
    }

    @Test
    void obeysTheRightsOfTheNode() {
        TestProject project = world.project();
        Answer secret = project.component("Secret");
        Answer issue = project.create("issue", "Declassified", secret.id());
        Api member = project.workspace().member("MEMBER");
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", secret.id()))
                .mustBe(201);
        member.get("/nodes/" + issue.id() + "/history").mustBe(404);
        world.as(world.person()).get("/nodes/" + issue.id() + "/history").mustBe(404);
        project.api()
                .post("/nodes/" + issue.id() + "/move", object("parent_id", project.rootId()))
                .mustBe(200);

        Answer history = history(member, issue, "?field=parent_id");

        assertThat(history.text()).doesNotContain(secret.text("id"));
        assertThat(history.items())
                .extracting(change -> change(change, "parent_id"))
                .containsExactly("null → " + project.rootId());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        TestProject project = world.project();
        Answer issue = project.issue("Known");

        assertThat(project.api()
                        .get("/nodes/" + issue.id() + "/history?field=colour")
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("field");
        assertThat(project.api()
                        .get("/nodes/" + issue.id() + "/history?cursor=x")
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("cursor");
        project.api().get("/nodes/" + UUID.randomUUID() + "/history").mustBe(404);
    }

    private static Answer history(Api api, Answer node, String query) {
        return api.get("/nodes/" + node.id() + "/history" + query).mustBe(200);
    }

    /** The change of a field, as {@code from → to}. */
    private static String change(JsonObject entry, String field) {
        return entry.getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                .filter(change -> change.getString("field").equals(field))
                .map(change -> change.getString("from", null) + " → " + change.getString("to", null))
                .findFirst()
                .orElse(null);
    }
}

package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Api;
import io.strata.testing.TestWorkspace;
import io.strata.testing.Upload;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

@AgainstStrata
class TopicsLearnedIT {

    private static final String GARDEN =
            "Prune the roses in early spring, water the seedlings and spread compost over the vegetable beds.";
    private static final String ANOTHER_GARDEN =
            "Sow the lettuce after the frost, keep slugs off the strawberries and mow the lawn weekly.";
    private static final String SHIP =
            "The tanker's diesel engine was overhauled in the dry dock and the propeller shaft was aligned.";

    private final World world;

    TopicsLearnedIT(World world) {
        this.world = world;
    }

    @Test
    void learnsFromACorrectionAtOnce() {
        TestWorkspace workspace = workspaceWithoutTopics();
        String first = topic(workspace, "Tray one");
        String second = topic(workspace, "Tray two");
        correct(workspace, read(workspace, "garden.txt", GARDEN), List.of(first));
        correct(workspace, read(workspace, "ship.txt", SHIP), List.of(second));

        JsonObject garden = read(workspace, "lawn.txt", ANOTHER_GARDEN);
        assertThat(bestTopic(garden)).isEqualTo(first);

        // The other way round: what was said last counts.
        for (JsonObject document : workspace
                .api()
                .get(workspace.path("/documents?topic=" + first))
                .mustBe(200)
                .items()) {
            correct(workspace, document, List.of(second));
        }
        correct(workspace, read(workspace, "ferry.txt", SHIP + " The ferry sails at noon."), List.of(first));
        assertThat(bestTopic(read(workspace, "hedge.txt", ANOTHER_GARDEN + " Trim the hedge.")))
                .isEqualTo(second);
    }

    @Test
    void asksWhatItIsNotSureOfUntilAPersonAnswers() {
        TestWorkspace workspace = workspaceWithoutTopics();
        String first = topic(workspace, "Tray one");
        topic(workspace, "Tray two");
        topic(workspace, "Tray three");
        JsonObject asking = read(workspace, "numbers.txt", "17 4 99 23");
        JsonObject other = read(workspace, "more.txt", "8 15 16 42");

        assertThat(asking.getJsonArray("topics").getJsonObject(0).getBoolean("sure"))
                .isFalse();
        assertThat(unsure(workspace)).containsExactly(other.getString("id"), asking.getString("id"));
        assertThat(workspace
                        .api()
                        .get(workspace.path("/documents/unsure?limit=1"))
                        .mustBe(200)
                        .each("id"))
                .containsExactly(other.getString("id"));

        JsonObject corrected = correct(workspace, asking, List.of(first));
        assertThat(corrected.getJsonArray("topics").getJsonObject(0).getBoolean("sure"))
                .isTrue();
        assertThat(unsure(workspace)).containsExactly(other.getString("id"));
    }

    @Test
    void aDocumentThatAPersonSaysHasNoTopicStaysWithoutOne() {
        TestWorkspace workspace = world.workspace();
        JsonObject document = read(workspace, "garden.txt", GARDEN);

        correct(workspace, document, List.of());
        workspace
                .api()
                .post("/documents/" + document.getString("id") + "/retry")
                .mustBe(202);

        assertThat(finished(workspace.api(), document.getString("id")).getJsonArray("topics"))
                .isEmpty();
        assertThat(unsure(workspace)).isEmpty();
    }

    @Test
    void showsWhatAsksOnlyToThoseWhoMayReadIt() {
        TestWorkspace workspace = world.workspace();

        world.as(world.person()).get(workspace.path("/documents/unsure")).mustBe(404);
        workspace.member("VIEWER").get(workspace.path("/documents/unsure")).mustBe(200);
        assertThat(workspace
                        .api()
                        .get(workspace.path("/documents/unsure?cursor=nonsense"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("cursor");
    }

    private TestWorkspace workspaceWithoutTopics() {
        TestWorkspace workspace = world.workspace();
        for (String topic : workspace.api().get(workspace.path("/topics")).each("id")) {
            workspace.api().delete("/topics/" + topic);
        }
        return workspace;
    }

    private static String topic(TestWorkspace workspace, String name) {
        return workspace
                .api()
                .post(workspace.path("/topics"), object("name", name))
                .mustBe(201)
                .text("id");
    }

    private static JsonObject correct(TestWorkspace workspace, JsonObject document, List<String> topics) {
        return workspace
                .api()
                .put("/documents/" + document.getString("id") + "/topics", object("topic_ids", topics))
                .mustBe(200)
                .json();
    }

    private static String bestTopic(JsonObject document) {
        return document.getJsonArray("topics").getJsonObject(0).getString("topic_id");
    }

    private static List<String> unsure(TestWorkspace workspace) {
        return workspace
                .api()
                .get(workspace.path("/documents/unsure"))
                .mustBe(200)
                .each("id");
    }

    private static JsonObject read(TestWorkspace workspace, String name, String text) {
        String id = workspace
                .api()
                .upload(workspace.path("/documents"), new Upload().file(name, "text/plain", SampleFiles.bytes(text)))
                .mustBe(202)
                .each("id")
                .get(0);
        return finished(workspace.api(), id);
    }

    private static JsonObject finished(Api api, String id) {
        return await("the end of " + id)
                .until(
                        () -> api.get("/documents/" + id).mustBe(200).json(),
                        document -> List.of("ready", "failed").contains(document.getString("status")));
    }
}

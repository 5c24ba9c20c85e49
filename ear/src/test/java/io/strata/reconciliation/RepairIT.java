package io.strata.reconciliation;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every kind of disagreement is found, shown before it is repaired, repaired in every way it offers, and gone. */
@AgainstStrata
class RepairIT {

    private static final Duration UNDECIDED_AFTER =
            Duration.ofSeconds(Long.parseLong(System.getenv("STRATA_UNDECIDED_AFTER_SECONDS")));

    private final World world;
    private final Passes passes;

    RepairIT(World world) {
        this.world = world;
        this.passes = new Passes(world);
    }

    @Test
    void repairsEveryKindInEveryWayItOffers() {
        List<Map<String, String>> rounds = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            rounds.add(new HashMap<>(new Defects(world, world.project()).ofEveryKind()));
        }
        rounds.get(0).put("document_without_artifact", new Defects(world, world.project()).documentWithoutArtifact());
        awaitUndecided();
        passes.run();

        for (int round = 0; round < rounds.size(); round++) {
            for (Map.Entry<String, String> planted : rounds.get(round).entrySet()) {
                JsonObject finding = passes.open(planted.getKey(), planted.getValue());
                repair(finding, action(finding, round));
            }
        }

        passes.run();
        for (Map<String, String> planted : rounds) {
            planted.forEach((kind, subject) ->
                    assertThat(passes.find(kind, subject, "open")).as(kind).isEmpty());
        }
    }

    /** Until the planted transactions have been in doubt for longer than the tests' setting says. */
    private void awaitUndecided() {
        Instant planted = Instant.now();
        await("transactions in doubt for long enough")
                .until(() -> planted.isBefore(Instant.now().minus(UNDECIDED_AFTER)));
    }

    /** The offers in turn; setting aside is tried elsewhere. */
    private static String action(JsonObject finding, int round) {
        List<String> offered = finding.getJsonArray("repairs").getValuesAs(JsonObject.class).stream()
                .map(repair -> repair.getString("action"))
                .filter(action -> !action.equals("ignore"))
                .toList();
        assertThat(offered).as(finding.getString("kind")).isNotEmpty();
        return offered.get(round % offered.size());
    }

    private void repair(JsonObject finding, String action) {
        String what = finding.getString("kind") + " " + action;
        Answer preview = passes.preview(finding, action).mustBe(200);
        if (what.equals("node_with_many_parents adopt_relational") && preview.text("obstacle") != null) {
            passes.repair(finding, action).mustBe(409);
            repair(finding, "adopt_graph");
            return;
        }
        assertThat(preview.text("obstacle")).as(what).isNull();
        assertThat(preview.json().getJsonArray("changes")).as(what).isNotEmpty();
        assertThat(preview.text("state")).as(what).isEqualTo(finding.getString("state"));

        assertThat(passes.repair(finding, action).mustBe(200).text("status"))
                .as(what)
                .isEqualTo("repaired");
        assertThat(passes.history(finding)).as(what).containsExactly("repaired", "found");
    }

    @Test
    void removesAnAttachmentWhoseFileIsGoneAndLeavesOthersAlone() {
        TestProject project = world.project();
        Answer kept = project.api()
                .upload(
                        "/nodes/" + project.rootId() + "/attachments",
                        new Upload().file("kept.txt", "text/plain", "Words".getBytes()))
                .mustBe(201);
        String key = new Defects(world, project).attachmentWithoutObject();
        passes.run();

        repair(passes.open("document_without_object", key), "delete");

        passes.run();
        assertThat(passes.find("document_without_object", key, "open")).isEmpty();
        assertThat(world.stores().number("select count(*) from attachment where object_key = ?", key))
                .isZero();
        assertThat(passes.list("status=open&text=" + kept.text("id"))).isEmpty();
        project.api().get("/attachments/" + kept.id() + "/content").mustBe(200);
    }

    @Test
    void adoptsTheValueThatTheAuditLogSays() {
        TestProject project = world.project();
        String id = new Defects(world, project).statusDisagrees();
        passes.run();

        passes.repair(passes.open("status_disagrees", id), "adopt_relational").mustBe(200);

        assertThat(project.api()
                        .get("/nodes/" + id)
                        .json()
                        .getJsonObject("node")
                        .getString("status"))
                .isEqualTo("backlog");
    }

    @Test
    void correctsTheAuditLogByAnEntryMore() {
        TestProject project = world.project();
        String id = new Defects(world, project).statusDisagrees();
        passes.run();

        passes.repair(passes.open("status_disagrees", id), "adopt_graph").mustBe(200);

        assertThat(project.api()
                        .get("/nodes/" + id)
                        .json()
                        .getJsonObject("node")
                        .getString("status"))
                .isEqualTo("done");
        assertThat(project.api()
                        .get("/audit?limit=5&workspace_id="
                                + project.workspace().id())
                        .each("action"))
                .contains("node.corrected");
        passes.run();
        assertThat(passes.find("status_disagrees", id, "open")).isEmpty();
    }

    @Test
    void refusesToRepairWhatHasChangedSinceItWasShown() {
        String id = new Defects(world, world.project()).statusDisagrees();
        passes.run();
        JsonObject shown = passes.open("status_disagrees", id);
        world.stores().cypher("MATCH (n:Node {id: $id}) SET n.status = 'in_review'", Map.of("id", id));

        assertThat(passes.repair(shown, "adopt_relational").mustBe(409).errorCode())
                .isEqualTo("conflict");

        JsonObject now = passes.open("status_disagrees", id);
        assertThat(now.getString("state")).isNotEqualTo(shown.getString("state"));
        passes.repair(now, "adopt_relational").mustBe(200);
    }

    @Test
    void resolvesWhatIsGoneInsteadOfRepairingIt() {
        String id = new Defects(world, world.project()).statusDisagrees();
        passes.run();
        JsonObject finding = passes.open("status_disagrees", id);
        world.stores().cypher("MATCH (n:Node {id: $id}) SET n.status = 'backlog'", Map.of("id", id));

        assertThat(passes.preview(finding, "adopt_graph").mustBe(200).json().getBoolean("gone"))
                .isTrue();
        assertThat(passes.repair(finding, "adopt_graph").mustBe(200).text("status"))
                .isEqualTo("resolved");
    }

    @Test
    void leavesIgnoredFindingsAloneUntilTheyChange() {
        String id = new Defects(world, world.project()).statusDisagrees();
        passes.run();
        passes.repair(passes.open("status_disagrees", id), "ignore").mustBe(200);

        passes.run();
        assertThat(passes.find("status_disagrees", id, "open")).isEmpty();
        assertThat(passes.find("status_disagrees", id, "ignored")).isPresent();

        world.stores().cypher("MATCH (n:Node {id: $id}) SET n.status = 'in_review'", Map.of("id", id));
        passes.run();
        JsonObject finding = passes.open("status_disagrees", id);
        assertThat(passes.history(finding)).containsExactly("changed", "ignored", "found");
        passes.repair(finding, "adopt_relational").mustBe(200);
    }

    @Test
    void repairsManyAtOnceEachForItself() {
        Defects defects = new Defects(world, world.project());
        String first = defects.statusDisagrees();
        String second = defects.statusDisagrees();
        passes.run();
        List<Map<String, Object>> chosen = List.of(
                object("id", passes.open("status_disagrees", first).getString("id")),
                object("id", passes.open("status_disagrees", second).getString("id"), "state", "seen by nobody"));
        Map<String, Object> request = object("action", "adopt_relational", "findings", chosen);

        assertThat(world.administrator()
                        .post("/reconciliation/findings/preview", request)
                        .mustBe(200)
                        .items())
                .allSatisfy(
                        preview -> assertThat(preview.getJsonArray("changes")).hasSize(1));
        assertThat(world.administrator()
                        .post("/reconciliation/findings/repair", request)
                        .mustBe(200)
                        .each("outcome"))
                .containsExactly("repaired", "refused");
        passes.repair(passes.open("status_disagrees", second), "adopt_relational")
                .mustBe(200);
    }

    @Test
    void offersOnlyWhatAKindAllows() {
        String id = new Defects(world, world.project()).statusDisagrees();
        passes.run();
        JsonObject finding = passes.open("status_disagrees", id);

        passes.repair(finding, "delete").mustBe(422);
        passes.repair(finding, "adopt_relational").mustBe(200);
    }

    @Test
    void namesEveryKindWithItsReason() {
        List<JsonObject> kinds =
                world.administrator().get("/reconciliation/kinds").mustBe(200).items();

        assertThat(kinds).hasSize(21).allSatisfy(kind -> {
            assertThat(kind.getString("reason")).isNotBlank();
            assertThat(kind.getJsonArray("repairs").size()).isGreaterThan(1);
        });
    }

    @Test
    void isForOperatorsOnly() {
        var person = world.as(world.person());
        String nothing = "/reconciliation/findings/" + UUID.randomUUID();

        person.post(nothing + "/preview", object("action", "ignore")).mustBe(403);
        person.post(nothing + "/repair", object("action", "ignore")).mustBe(403);
        person.post("/reconciliation/findings/repair", object()).mustBe(403);
        person.post("/jobs/executions/1/abandon").mustBe(403);
        world.administrator()
                .post(nothing + "/repair", object("action", "ignore"))
                .mustBe(404);
    }
}

package io.strata.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class PlaceQuestionsIT {

    private final World world;

    PlaceQuestionsIT(World world) {
        this.world = world;
    }

    @Test
    void readsASubtreeWithEachNodeBeforeWhatHangsBelowIt() {
        TestProject project = world.project();
        Answer engine = project.component("Engine");
        Answer leak = project.create("issue", "Leak", engine.id());
        project.create("issue", "Seal", leak.id());
        Answer pump = project.create("component", "Pump", engine.id());
        project.issue("Elsewhere");

        Answer answer = subtree(project, engine, "").mustBe(200);

        assertThat(answer.json().getJsonObject("root").getString("title")).isEqualTo("Engine");
        assertThat(titles(answer)).containsExactly("Leak", "Seal", "Pump");
        JsonObject seal = answer.items().get(1);
        assertThat(seal.getInt("depth")).isEqualTo(2);
        assertThat(seal.getString("parent_id")).isEqualTo(leak.text("id"));
        assertThat(seal.getBoolean("leaf")).isTrue();
        assertThat(answer.items().get(0).getBoolean("leaf")).isFalse();
        assertThat(answer.text("next_cursor")).isNull();
        assertThat(titles(subtree(project, engine, "?depth=1"))).containsExactly("Leak", "Pump");
        assertThat(titles(subtree(project, pump, ""))).isEmpty();
    }

    @Test
    void readsALargeSubtreePartByPart() {
        TestProject project = world.project();
        List<String> expected = new ArrayList<>();
        grow(project, project.rootId(), 3, expected);
        assertThat(expected).hasSize(39);

        for (int limit : new int[] {1, 2, 5, 38, 39, 100}) {
            List<String> read = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                Answer page = project.api()
                        .get("/nodes/" + project.rootId() + "/subtree?limit=" + limit
                                + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                        .mustBe(200);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
                read.addAll(titles(page));
                cursor = page.text("next_cursor");
            }
            assertThat(read).as("by " + limit).isEqualTo(expected);
        }
    }

    @Test
    void goesOnWhereItWasWhenTheLastNodeHasGone() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        project.issue("Two");
        String path = "/nodes/" + project.rootId() + "/subtree?limit=1";
        String cursor = project.api().get(path).mustBe(200).text("next_cursor");
        project.api().delete("/nodes/" + one.id()).mustBe(200);

        assertThat(titles(project.api().get(path + "&cursor=" + cursor).mustBe(200)))
                .containsExactly("Two");
    }

    @Test
    void addsTheEdgesOfTheChosenLayersWithinTheSubtree() {
        TestProject project = world.project();
        Answer engine = project.component("Engine");
        Answer one = project.create("issue", "One", engine.id());
        Answer two = project.create("issue", "Two", engine.id());
        Answer pump = project.create("component", "Pump", engine.id());
        Answer outside = project.issue("Outside");
        project.link(one, "blocks", two);
        project.link(one, "relates_to", outside);
        project.link(pump, "depends_on", engine);

        assertThat(edges(subtree(project, engine, ""))).isEmpty();
        assertThat(edges(subtree(project, engine, "?layers=2"))).containsExactly("blocks");
        assertThat(edges(subtree(project, engine, "?layers=1,2,3")))
                .containsExactlyInAnyOrder("has_child", "has_child", "has_child", "blocks", "depends_on");
        Set<String> paged = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            Answer page =
                    subtree(project, engine, "?layers=2,3&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            paged.addAll(edges(page));
            cursor = page.text("next_cursor");
        }
        assertThat(paged).containsExactlyInAnyOrder("blocks", "depends_on");
    }

    @Test
    void readsWhatANodeHangsUnder() {
        TestProject project = world.project();
        Answer engine = project.component("Engine");
        Answer leak = project.create("issue", "Leak", engine.id());
        Answer seal = project.create("issue", "Seal", leak.id());

        Answer answer = project.api()
                .get("/nodes/" + seal.text("short_id") + "/ancestors")
                .mustBe(200);

        assertThat(answer.each("id")).containsExactly(project.rootId().toString(), engine.text("id"), leak.text("id"));
        assertThat(project.api()
                        .get("/nodes/" + project.rootId() + "/ancestors")
                        .items())
                .isEmpty();
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        TestProject project = world.project();
        Answer root = project.api().get("/nodes/" + project.rootId());
        assertThat(root.status()).isEqualTo(200);

        for (String wrong : List.of("depth=0", "depth=101", "limit=0", "limit=1001", "layers=4", "cursor=x")) {
            assertThat(project.api()
                            .get("/nodes/" + project.rootId() + "/subtree?" + wrong)
                            .mustBe(422)
                            .wrongFields())
                    .as(wrong)
                    .containsExactly(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void answersViewersAndNobodyElse() {
        TestProject project = world.project();
        Answer issue = project.issue("Secret");
        var viewer = project.workspace().member("VIEWER");
        var stranger = world.as(world.person());

        for (String question : List.of("subtree", "ancestors")) {
            viewer.get("/nodes/" + issue.id() + "/" + question).mustBe(200);
            stranger.get("/nodes/" + issue.id() + "/" + question).mustBe(404);
            viewer.get("/nodes/" + UUID.randomUUID() + "/" + question).mustBe(404);
            world.anonymous().get("/nodes/" + issue.id() + "/" + question).mustBe(401);
        }
    }

    /** Three children below each node, in the order in which they are to be read. */
    private static void grow(TestProject project, UUID parent, int depth, List<String> titles) {
        for (int i = 0; depth > 0 && i < 3; i++) {
            String title = "Number " + titles.size();
            titles.add(title);
            Answer child = project.create("issue", title, parent);
            grow(project, child.id(), depth - 1, titles);
        }
    }

    private static Answer subtree(TestProject project, Answer node, String query) {
        return project.api().get("/nodes/" + node.id() + "/subtree" + query);
    }

    private static List<String> titles(Answer answer) {
        return answer.items().stream()
                .map(row -> row.getJsonObject("node").getString("title"))
                .toList();
    }

    private static List<String> edges(Answer answer) {
        return answer.mustBe(200).json().getJsonArray("edges").getValuesAs(JsonObject.class).stream()
                .map(edge -> edge.getString("type"))
                .toList();
    }
}

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

@AgainstStrata
class NearbyQuestionsIT {

    private final World world;

    NearbyQuestionsIT(World world) {
        this.world = world;
    }

    @Test
    void findsNeighboursNearestFirst() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        Answer three = project.issue("Three");
        Answer four = project.issue("Four");
        project.link(one, "blocks", two);
        project.link(three, "relates_to", two);
        project.link(three, "duplicates", four);
        project.link(one, "relates_to", two);

        Answer near = neighbours(project, one, "?layers=2");
        Answer far = neighbours(project, one, "?layers=2&hops=3");

        assertThat(titles(near)).containsExactly("Two");
        assertThat(titles(far)).containsExactly("Two", "Three", "Four");
        assertThat(far.items().get(2).getInt("distance")).isEqualTo(3);
        assertThat(far.items().get(2).getString("via_id")).isEqualTo(three.text("id"));
        assertThat(far.json().getJsonArray("edges")).hasSize(4);
        assertThat(far.json().getBoolean("truncated")).isFalse();
        assertThat(titles(neighbours(project, one, "?layers=3&hops=5"))).isEmpty();
        assertThat(titles(neighbours(project, one, "?layers=1&hops=2"))).hasSize(4);
        Answer cut = neighbours(project, one, "?layers=2&hops=3&limit=2");
        assertThat(titles(cut)).containsExactly("Two", "Three");
        assertThat(cut.json().getBoolean("truncated")).isTrue();
    }

    @Test
    void findsWhatDependsOnAComponentWithItsOpenIssues() {
        TestProject project = world.project();
        Answer store = project.component("Store");
        Answer shop = project.component("Shop");
        Answer app = project.component("App");
        Answer library = project.component("Library");
        Answer twin = project.component("Twin");
        project.link(shop, "depends_on", store);
        project.link(app, "calls_api", shop);
        project.link(store, "imports", library);
        project.link(store, "shares_db", twin);
        Answer open = project.create("issue", "Open", shop.id());
        project.create("issue", "Open below", open.id());
        Answer done = project.create("issue", "Done", shop.id());
        project.api()
                .patch("/nodes/" + done.id(), object("status", "cancelled"))
                .mustBe(200);

        Answer impact = project.api()
                .get("/nodes/" + store.text("short_id") + "/impact")
                .mustBe(200);

        assertThat(impact.items().stream()
                        .map(item -> item.getJsonObject("reached"))
                        .map(reached ->
                                reached.getJsonObject("node").getString("title") + " " + reached.getInt("distance")))
                .containsExactly("Shop 1", "Twin 1", "App 2");
        assertThat(impact.items().get(0).getInt("open_issues")).isEqualTo(2);
        assertThat(impact.json().getInt("open_issues")).isEqualTo(2);
        assertThat(project.api()
                        .get("/nodes/" + store.id() + "/impact?depth=1")
                        .mustBe(200)
                        .items())
                .hasSize(2);
        assertThat(project.api()
                        .get("/nodes/" + open.id() + "/impact")
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("node");
    }

    @Test
    void comesToAnEndWhereComponentsDependOnEachOther() {
        TestProject project = world.project();
        Answer one = project.component("One");
        Answer two = project.component("Two");
        project.link(one, "depends_on", two);
        project.link(two, "depends_on", one);

        assertThat(project.api()
                        .get("/nodes/" + one.id() + "/impact?depth=20")
                        .mustBe(200)
                        .items())
                .hasSize(1);
    }

    @Test
    void findsAShortestPath() {
        TestProject project = world.project();
        Answer shop = project.component("Shop");
        Answer store = project.component("Store");
        Answer one = project.create("issue", "One", shop.id());
        Answer two = project.create("issue", "Two", store.id());
        project.link(shop, "depends_on", store);

        Answer path = path(project, one.text("short_id"), two.text("id"), "&layers=1,3")
                .mustBe(200);

        assertThat(path.json().getJsonArray("nodes").getValuesAs(JsonObject.class))
                .extracting(node -> node.getString("title"))
                .containsExactly("One", "Shop", "Store", "Two");
        assertThat(path.json().getJsonArray("edges").getValuesAs(JsonObject.class))
                .extracting(edge -> edge.getString("type"))
                .containsExactly("has_child", "depends_on", "has_child");
        assertThat(path(project, one.text("id"), two.text("id"), "&layers=2")
                        .mustBe(200)
                        .json()
                        .getJsonArray("nodes"))
                .isEmpty();
        assertThat(path(project, one.text("id"), one.text("id"), "").json().getJsonArray("nodes"))
                .hasSize(1);
        project.api().delete("/nodes/" + store.id()).mustBe(200);
        path(project, one.text("id"), two.text("id"), "").mustBe(404);
        assertThat(project.api().get("/paths?from=" + one.id()).mustBe(422).wrongFields())
                .containsExactly("to");
    }

    @Test
    void leadsThroughNothingThatIsInTheTrash() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer between = project.issue("Between");
        Answer two = project.issue("Two");
        project.link(one, "blocks", between);
        project.link(between, "blocks", two);
        project.api().delete("/nodes/" + between.id()).mustBe(200);

        assertThat(path(project, one.text("id"), two.text("id"), "&layers=2")
                        .json()
                        .getJsonArray("nodes"))
                .isEmpty();
        assertThat(titles(neighbours(project, one, "?layers=2&hops=5"))).isEmpty();
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        TestProject project = world.project();
        String root = "/nodes/" + project.rootId();

        for (String wrong :
                List.of("neighbours?hops=6", "neighbours?limit=0", "impact?depth=21", "impact?limit=1001")) {
            project.api().get(root + "/" + wrong).mustBe(422);
        }
    }

    @Test
    void answersViewersAndNobodyElse() {
        TestProject project = world.project();
        Answer component = project.component("Secret");
        TestProject foreign = world.project();
        var viewer = project.workspace().member("VIEWER");
        var stranger = world.as(world.person());

        for (String question : List.of("neighbours", "impact")) {
            viewer.get("/nodes/" + component.id() + "/" + question).mustBe(200);
            stranger.get("/nodes/" + component.id() + "/" + question).mustBe(404);
            viewer.get("/nodes/" + UUID.randomUUID() + "/" + question).mustBe(404);
        }
        viewer.get("/paths?from=" + component.id() + "&to=" + project.rootId()).mustBe(200);
        viewer.get("/paths?from=" + component.id() + "&to=" + foreign.rootId()).mustBe(404);
        stranger.get("/paths?from=" + component.id() + "&to=" + project.rootId())
                .mustBe(404);
    }

    private static Answer neighbours(TestProject project, Answer node, String query) {
        return project.api().get("/nodes/" + node.id() + "/neighbours" + query).mustBe(200);
    }

    private static Answer path(TestProject project, String from, String to, String more) {
        return project.api().get("/paths?from=" + from + "&to=" + to + more);
    }

    private static List<String> titles(Answer answer) {
        return answer.items().stream()
                .map(row -> row.getJsonObject("node").getString("title"))
                .toList();
    }
}

package io.strata.search;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class SearchIT {

    private final World world;
    private final String word = World.word();
    private TestProject project;
    private Api api;

    SearchIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        api = project.api();
    }

    @Test
    void findsAWordWhereverItIsWritten() {
        Answer titled = project.issue("The " + word + " engine");
        Answer described = issue("description", "It burns " + word + " and oxygen");
        Answer labelled = issue("labels", List.of(word));
        Answer commented = project.issue("Commented");
        Answer comment = comment(commented, "I have seen " + word + " <b>here</b>");
        Answer component = project.component("Part of " + word);
        Answer cycle = cycle("Cycle " + word);
        Answer named = api.post(
                        project.workspace().path("/projects"), object("key", "Q" + key(), "name", "Project " + word))
                .mustBe(201);
        String document = upload(word + ".txt", "Nothing in it");
        String read = upload("read.txt", "It says " + word + " in it");

        Answer found = search(word);

        assertThat(found.each("id"))
                .containsExactlyInAnyOrder(
                        titled.text("id"),
                        described.text("id"),
                        labelled.text("id"),
                        comment.text("id"),
                        component.text("id"),
                        cycle.text("id"),
                        named.text("id"),
                        named.text("root_id"),
                        document,
                        read);
        assertThat(found.json().getInt("total")).isEqualTo(10);
        assertThat(found.json().getBoolean("more")).isFalse();
        assertThat(item(found, titled.text("id")).getString("title_html"))
                .isEqualTo("The <mark>" + word + "</mark> engine");
        assertThat(item(found, described.text("id")).getString("snippet"))
                .contains("burns <mark>" + word + "</mark> and oxygen");
        JsonObject said = item(found, comment.text("id"));
        assertThat(said.getString("kind")).isEqualTo("comment");
        assertThat(said.getString("snippet"))
                .contains("<mark>" + word + "</mark>")
                .doesNotContain("<b>");
        assertThat(said.getJsonObject("node").getString("short_id")).isEqualTo(commented.text("short_id"));
        assertThat(item(found, read).getString("snippet")).contains("<mark>" + word + "</mark>");
        assertThat(item(found, component.text("id")).getString("kind")).isEqualTo("component");
    }

    @Test
    void findsAShortIdFirst() {
        Answer issue = project.issue("Something");
        issue("description", "See " + issue.text("short_id"));

        assertThat(search(issue.text("short_id")).each("id").get(0)).isEqualTo(issue.text("id"));
        assertThat(search(issue.text("short_id").toLowerCase(java.util.Locale.ROOT))
                        .each("id")
                        .get(0))
                .isEqualTo(issue.text("id"));
        assertThat(search(project.key()).each("id")).contains(project.id().toString(), issue.text("id"));
    }

    @Test
    void findsWhatBeginsWithOrLooksLikeWhatIsTyped() {
        Answer issue = project.issue("Synchronisation of the warehouse " + word);

        assertThat(within("synchroni").each("id")).containsExactly(issue.text("id"));
        assertThat(within("warehouse synchr").each("id")).containsExactly(issue.text("id"));
        assertThat(within("warehose").each("id")).containsExactly(issue.text("id"));
        assertThat(within("sinchronisation").each("id")).containsExactly(issue.text("id"));
        assertThat(within("warehose").items().get(0).getString("title_html")).contains("<mark>warehouse</mark>");
        assertThat(within(World.word()).each("id")).isEmpty();
    }

    @Test
    void knowsFormsOfWordsAndForgetsAccents() {
        Answer english = issue("description", "The payments were cancelled by the café");
        String german = upload(
                "bericht.txt",
                "Die Häuser in dieser Straße wurden im vergangenen Jahr von der Stadt geprüft. Dabei haben wir gesehen,"
                        + " dass viele Fenster undicht sind und die Heizungen nicht mehr den Vorschriften entsprechen. Die"
                        + " Eigentümer haben deshalb beschlossen, im Frühling mit den Arbeiten zu beginnen und bis zum Herbst"
                        + " alle Wohnungen zu erneuern.");

        assertThat(within("payment").each("id")).containsExactly(english.text("id"));
        assertThat(within("cafe").each("id")).containsExactly(english.text("id"));
        assertThat(within("Häusern").each("id")).containsExactly(german);
        assertThat(within("strasse").each("id")).containsExactly(german);
        assertThat(within("Heizung").each("id")).containsExactly(german);
    }

    @Test
    void understandsPhrasesAndExclusions() {
        Answer together = project.issue("green apple " + word);
        Answer apart = project.issue("apple that is green " + word);

        assertThat(within("\"green apple\"").each("id")).containsExactly(together.text("id"));
        assertThat(within("green apple").each("id")).containsExactlyInAnyOrder(together.text("id"), apart.text("id"));
        assertThat(within(word + " -\"green apple\"").each("id")).containsExactly(apart.text("id"));
    }

    @Test
    void narrowsDownByFilters() {
        Person person = project.workspace().join("MEMBER");
        Answer component = project.component("Home " + word);
        Answer inside = project.create("issue", "Inside " + word, component.id());
        Answer below = project.create("issue", "Below " + word, inside.id());
        Answer outside = project.issue("Outside " + word);
        api.patch(
                        "/nodes/" + outside.id(),
                        object("status", "done", "labels", List.of("urgent"), "assignee_id", person.id()))
                .mustBe(200);
        Answer said = comment(outside, "Said of " + word);
        Answer elsewhere = project.workspace().project().issue("Elsewhere " + word);
        String all = "/search?q=" + word;

        assertThat(ids(all + "&kind=component")).containsExactly(component.text("id"));
        assertThat(ids(all + "&kind=component&kind=comment"))
                .containsExactlyInAnyOrder(component.text("id"), said.text("id"));
        assertThat(ids(all + "&status=done")).containsExactlyInAnyOrder(outside.text("id"), said.text("id"));
        assertThat(ids(all + "&status=done&kind=issue")).containsExactly(outside.text("id"));
        assertThat(ids(all + "&label=urgent&kind=issue")).containsExactly(outside.text("id"));
        assertThat(ids(all + "&assignee_id=" + person.id() + "&kind=issue")).containsExactly(outside.text("id"));
        assertThat(ids(all + "&below=" + component.text("short_id")))
                .containsExactlyInAnyOrder(component.text("id"), inside.text("id"), below.text("id"));
        assertThat(ids(all + "&below=" + inside.id())).containsExactlyInAnyOrder(inside.text("id"), below.text("id"));
        assertThat(ids(all + "&project_id=" + project.id())).hasSize(5).doesNotContain(elsewhere.text("id"));
        assertThat(ids(all + "&workspace_id=" + project.workspace().id())).hasSize(6);
        assertThat(ids(all + "&updated_since=" + outside.text("created_at")))
                .contains(outside.text("id"), said.text("id"));
        assertThat(ids(all + "&updated_since=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(ids("/search?status=done&project_id=" + project.id() + "&kind=issue"))
                .containsExactly(outside.text("id"));
    }

    @Test
    void givesPageAfterPage() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(project.issue("Number " + i + " of " + word).text("id"));
        }
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = api.get("/search?limit=2&q=" + word + cursor).mustBe(200);
            assertThat(page.json().getInt("total")).isEqualTo(5);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            paged.addAll(page.each("id"));
            cursor = page.text("next_cursor") == null ? null : "&cursor=" + page.text("next_cursor");
        } while (cursor != null);

        assertThat(paged).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void groupsByKind() {
        for (int i = 0; i < 4; i++) {
            project.issue("Number " + i + " of " + word);
        }
        project.component("Home of " + word);

        List<JsonObject> groups =
                api.get("/search/groups?limit=3&q=" + word).mustBe(200).items();

        assertThat(groups).extracting(group -> group.getString("kind")).containsExactlyInAnyOrder("issue", "component");
        JsonObject issues = groups.stream()
                .filter(group -> group.getString("kind").equals("issue"))
                .findFirst()
                .orElseThrow();
        assertThat(issues.getJsonArray("items")).hasSize(3);
        assertThat(issues.getInt("total")).isEqualTo(4);
        assertThat(api.get("/search/groups?limit=99").mustBe(422).wrongFields()).containsExactly("limit");
        world.anonymous().get("/search/groups").mustBe(401);
        world.as(world.person())
                .get("/search/groups?project_id=" + project.id())
                .mustBe(404);
    }

    @Test
    void feedsACommandPalette() {
        Api member = project.workspace().member("MEMBER");
        Answer first = project.issue("First " + word);
        Answer second = project.issue("Second " + word);
        comment(first, "About " + word);

        assertThat(member.get("/search/palette").mustBe(200).each("id"))
                .startsWith(second.text("id"), first.text("id"))
                .hasSizeLessThanOrEqualTo(20);
        assertThat(member.get("/search/palette?q=" + word.substring(0, 6)).each("id"))
                .containsExactlyInAnyOrder(first.text("id"), second.text("id"));
        assertThat(member.get("/search/palette?q=" + first.text("short_id"))
                        .items()
                        .get(0)
                        .getString("id"))
                .isEqualTo(first.text("id"));
        assertThat(world.as(world.person()).get("/search/palette").mustBe(200).items())
                .isEmpty();
        assertThat(member.get("/search/palette?q=" + "x".repeat(501))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("q");
        world.anonymous().get("/search/palette").mustBe(401);
    }

    @Test
    void followsEveryChange() {
        String other = World.word();
        Answer home = project.component("Home");
        Answer issue = project.issue("Old " + word);
        Answer comment = comment(issue, "Said of " + word);
        assertThat(ids("/search?q=" + word)).hasSize(2);

        api.patch("/nodes/" + issue.id(), object("title", "New " + other, "description", "Was " + word))
                .mustBe(200);
        assertThat(ids("/search?kind=issue&q=" + other)).containsExactly(issue.text("id"));
        assertThat(search(word).items().get(0).getString("snippet")).contains("<mark>" + word);
        api.patch("/nodes/" + issue.id(), object("description", "Nothing")).mustBe(200);
        assertThat(ids("/search?q=" + word)).containsExactly(comment.text("id"));
        api.patch("/comments/" + comment.id(), object("text", "Said of " + other))
                .mustBe(200);
        assertThat(ids("/search?q=" + word)).isEmpty();

        assertThat(ids("/search?q=" + other + "&below=" + home.id())).isEmpty();
        api.post("/nodes/" + issue.id() + "/move", object("parent_id", home.id()))
                .mustBe(200);
        assertThat(ids("/search?q=" + other + "&below=" + home.id())).hasSize(2);

        api.delete("/nodes/" + home.id()).mustBe(200);
        assertThat(ids("/search?q=" + other)).isEmpty();
        api.get("/search?below=" + home.id()).mustBe(404);
        api.post("/nodes/" + home.id() + "/restore").mustBe(200);
        assertThat(ids("/search?q=" + other)).hasSize(2);
        api.delete("/comments/" + comment.id()).mustBe(204);
        assertThat(ids("/search?q=" + other)).containsExactly(issue.text("id"));
    }

    @Test
    void followsCyclesWorkflowsAndProjects() {
        Answer cycle = cycle("Cycle " + word);
        String other = World.word();
        api.patch("/cycles/" + cycle.id(), object("name", other)).mustBe(200);
        assertThat(ids("/search?q=" + other)).containsExactly(cycle.text("id"));
        api.delete("/cycles/" + cycle.id()).mustBe(204);
        assertThat(ids("/search?q=" + other)).isEmpty();

        Answer issue = project.issue("Flows " + word);
        JsonObject workflow = api.get(project.path("/workflow")).json();
        List<JsonObject> statuses = workflow.getJsonArray("statuses").getValuesAs(JsonObject.class).stream()
                .filter(status -> !status.getString("name").equals("backlog"))
                .toList();
        api.put(project.path("/workflow"), "{\"statuses\":" + statuses + ",\"replacements\":{\"backlog\":\"todo\"}}")
                .mustBe(200);
        assertThat(ids("/search?status=todo&q=" + word)).containsExactly(issue.text("id"));

        TestProject small = project.workspace().project();
        api.patch(small.path(""), object("name", other)).mustBe(200);
        assertThat(ids("/search?q=" + other)).containsExactly(small.id().toString());
        api.delete(small.path("")).mustBe(204);
        assertThat(ids("/search?q=" + other)).isEmpty();
        assertThat(world.stores().number("select count(*) from search_entry where project_id = ?", small.id()))
                .isZero();
    }

    @Test
    void showsNobodyWhatTheyDoNotSee() {
        project.issue("Secret " + word);
        Api stranger = world.as(world.person());
        Api viewer = project.workspace().member("VIEWER");

        assertThat(viewer.get("/search?q=" + word).mustBe(200).items()).hasSize(1);
        Answer nothing = stranger.get("/search?q=" + word).mustBe(200);
        assertThat(nothing.items()).isEmpty();
        assertThat(nothing.json().getInt("total")).isZero();
        stranger.get("/search?project_id=" + project.id()).mustBe(404);
        stranger.get("/search?workspace_id=" + project.workspace().id()).mustBe(404);
        stranger.get("/search?below=" + project.rootId()).mustBe(404);
        world.anonymous().get("/search?q=" + word).mustBe(401);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(api.get("/search?kind=house").mustBe(422).wrongFields()).containsExactly("kind");
        assertThat(api.get("/search?limit=0").mustBe(422).wrongFields()).containsExactly("limit");
        assertThat(api.get("/search?cursor=x").mustBe(422).wrongFields()).containsExactly("cursor");
        assertThat(api.get("/search?updated_since=yesterday").mustBe(422).wrongFields())
                .containsExactly("updated_since");
        assertThat(api.get("/search?q=" + "x".repeat(501)).mustBe(422).wrongFields())
                .containsExactly("q");
        api.get("/search?below=" + UUID.randomUUID()).mustBe(404);
        api.get("/search?below=NOPE-1").mustBe(404);
        api.get("/search?project_id=" + UUID.randomUUID()).mustBe(404);
        assertThat(api.get("/search?q=" + encoded("' & | ! :* \\ % _ \" ( <")).status())
                .isEqualTo(200);
    }

    @Test
    void findsWithATokenWhatItReachesAndIsFor() {
        Answer part = project.component("Part " + word);
        Answer inside = api.post(
                        project.path("/nodes"),
                        object("kind", "issue", "title", "Inside " + word, "parent_id", part.id()))
                .mustBe(201);
        comment(inside, "Said inside: " + word);
        comment(project.issue("Outside " + word), "Said outside: " + word);
        upload(word + ".txt", "Nothing in it");
        Person member = project.workspace().join("MEMBER");
        Api reader = ApiToken.of(world, world.as(member), "nodes", List.of(part.id()), "actions", List.of("node_read"))
                .api();
        Api administrator = ApiToken.of(world, api, "nodes", List.of(part.id())).api();

        Answer found = reader.get("/search?q=" + word).mustBe(200);
        assertThat(found.each("id")).containsExactlyInAnyOrder(part.text("id"), inside.text("id"));
        assertThat(found.json().getInt("total")).isEqualTo(2);
        assertThat(administrator.get("/search?q=" + word).mustBe(200).text())
                .contains("Said inside")
                .doesNotContain("outside", "Outside", word + ".txt");
        assertThat(reader.get("/search/palette").mustBe(200).text()).doesNotContain("Outside");
        reader.get("/search?q=" + word + "&below=" + project.rootId()).mustBe(404);
    }

    private Answer search(String query) {
        return api.get("/search?limit=200&q=" + encoded(query)).mustBe(200);
    }

    private Answer within(String query) {
        return api.get("/search?workspace_id=" + project.workspace().id() + "&q=" + encoded(query))
                .mustBe(200);
    }

    private List<String> ids(String path) {
        return api.get(path).mustBe(200).each("id");
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static JsonObject item(Answer found, String id) {
        return found.items().stream()
                .filter(item -> item.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Answer issue(String field, Object value) {
        return api.post(project.path("/nodes"), object("kind", "issue", "title", "An issue", field, value))
                .mustBe(201);
    }

    private Answer comment(Answer node, String text) {
        return api.post("/nodes/" + node.id() + "/comments", object("text", text))
                .mustBe(201);
    }

    private Answer cycle(String name) {
        return api.post(
                        project.path("/cycles"),
                        object("name", name, "start_date", "2026-12-01", "end_date", "2026-12-14"))
                .mustBe(201);
    }

    private String upload(String name, String text) {
        String id = api.upload(
                        project.workspace().path("/documents"),
                        new Upload().file(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)))
                .mustBe(202)
                .each("id")
                .get(0);
        await("a document that is read")
                .until(() -> api.get("/documents/" + id).text("status").equals("ready"));
        return id;
    }

    private String key() {
        return World.word().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}

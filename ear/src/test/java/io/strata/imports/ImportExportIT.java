package io.strata.imports;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ImportExportIT {

    private final World world;

    ImportExportIT(World world) {
        this.world = world;
    }

    @Test
    void importsWhatItHasExported() {
        TestProject source = filled();
        TestProject target = world.project();
        String file = source.api().get(source.path("/export")).mustBe(200).text();

        Answer tried =
                target.api().post(target.path("/import?dry_run=true"), file).mustBe(200);
        assertThat(target.api().get(target.path("/nodes")).items()).hasSize(1);
        Answer imported = target.api().post(target.path("/import"), file).mustBe(200);

        for (String count : List.of("components", "issues", "links", "cycles", "comments")) {
            assertThat(imported.json().getInt(count))
                    .as(count)
                    .isEqualTo(tried.json().getInt(count));
        }
        assertThat(tried.json().getBoolean("dry_run")).isTrue();
        assertThat(imported.json().getBoolean("dry_run")).isFalse();
        assertThat(imported.json().getInt("comments")).isEqualTo(2);
        assertThat(imported.json().getJsonArray("nodes")).hasSize(4);
        String again = target.api().get(target.path("/export")).mustBe(200).text();
        assertThat(comparable(again, target)).isEqualTo(comparable(file, source));
        assertThat(target.api()
                        .get("/audit?workspace_id=" + target.workspace().id())
                        .each("action"))
                .startsWith("project.imported");
    }

    @Test
    void importsTheTableOfIssuesThatItHasExported() {
        TestProject source = world.project();
        Answer one = source.issue("One, with \"quotes\"");
        Answer two = source.create("issue", "=Two", one.id());
        source.link(one, "blocks", two);
        source.api()
                .patch(
                        "/nodes/" + two.id(),
                        object(
                                "description",
                                "Two\nlines",
                                "labels",
                                List.of("red", "blue"),
                                "estimate",
                                1.5,
                                "due_date",
                                "2026-12-24",
                                "priority",
                                "high",
                                "status",
                                "done"))
                .mustBe(200);
        TestProject target = world.project();
        Answer table = source.api().get(source.path("/export?format=csv")).mustBe(200);

        csv(target, "", table.text()).mustBe(200);

        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).contains(source.key() + ".csv");
        assertThat(target.api().get(target.path("/export?format=csv")).text().replace(target.key(), source.key()))
                .isEqualTo(table.text());
        JsonObject imported =
                target.api().get(target.path("/nodes?status=done")).items().get(0);
        assertThat(imported.getString("title")).isEqualTo("=Two");
        assertThat(imported.getJsonArray("labels")).hasSize(2);
    }

    @Test
    void complainsAboutTheSameInADryRunAndMakesNothing() {
        TestProject project = world.project();
        Map<String, Object> file = object(
                "nodes",
                List.of(
                        object("key", "a", "kind", "issue", "title", "Right"),
                        object("key", "b", "kind", "issue", "title", " ", "status", "nirvana"),
                        object("key", "c", "kind", "issue", "title", "Lost", "parent", "nowhere")),
                "links",
                List.of(object("source", "a", "type", "blocks", "target", "a")));

        Answer tried =
                project.api().post(project.path("/import?dry_run=true"), file).mustBe(422);
        Answer refused = project.api().post(project.path("/import"), file).mustBe(422);

        assertThat(refused.text()).isEqualTo(tried.text());
        assertThat(refused.wrongFields())
                .containsExactly("nodes[1].title", "nodes[1].status", "nodes[2].parent", "links[0].target");
        assertThat(project.api().get(project.path("/nodes")).items()).hasSize(1);
        String table = "title,estimate\nOne,many\n";
        assertThat(csv(project, "?dry_run=true", table).mustBe(422).wrongFields())
                .containsExactly("rows[0].estimate");
        assertThat(csv(project, "", table).mustBe(422).wrongFields()).containsExactly("rows[0].estimate");
        assertThat(csv(project, "", "name\nOne\n").mustBe(422).wrongFields()).containsExactly("header");
        project.api().get(project.path("/export?format=xml")).mustBe(422);
    }

    @Test
    void exportsALargeProjectPageByPage() {
        TestProject project = world.project();
        List<Object> nodes = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            nodes.add(object("key", "n" + i, "title", "Number " + i, "parent", i < 10 ? null : "n" + (i / 10)));
        }

        project.api().post(project.path("/import"), object("nodes", nodes)).mustBe(200);

        JsonObject exported =
                project.api().get(project.path("/export")).mustBe(200).json();
        assertThat(exported.getJsonArray("nodes")).hasSize(1200);
        assertThat(project.api().get(project.path("/export?format=csv")).text().lines())
                .hasSize(1201);
    }

    @Test
    void letsViewersExportAndMembersImport() {
        TestProject project = world.project();
        project.issue("Secret");
        Api viewer = project.workspace().member("VIEWER");
        Api stranger = world.as(world.person());
        var file = object("nodes", List.of(object("key", "a", "title", "Mine")));

        viewer.get(project.path("/export")).mustBe(200);
        viewer.post(project.path("/import"), file).mustBe(403);
        viewer.post(project.path("/import?dry_run=true"), file).mustBe(403);
        stranger.get(project.path("/export")).mustBe(404);
        stranger.get(project.path("/export?format=csv")).mustBe(404);
        stranger.post(project.path("/import"), file).mustBe(404);
        project.workspace().member("MEMBER").post(project.path("/import"), file).mustBe(200);
    }

    private TestProject filled() {
        TestProject project = world.project();
        Answer engine = project.component("Engine");
        Answer pump = project.create("component", "Pump", engine.id());
        Answer leak = project.create("issue", "Leak", pump.id());
        Answer seal = project.create("issue", "Seal", leak.id());
        project.link(engine, "depends_on", pump);
        project.link(seal, "blocks", leak);
        Answer cycle = project.api()
                .post(
                        project.path("/cycles"),
                        object("name", "December", "start_date", "2026-12-01", "end_date", "2026-12-24"))
                .mustBe(201);
        project.api()
                .patch(
                        "/nodes/" + leak.id(),
                        object("description", "It *drips*.", "estimate", 2, "cycle_id", cycle.id()))
                .mustBe(200);
        Answer question = project.api()
                .post("/nodes/" + leak.id() + "/comments", object("text", "Since when?"))
                .mustBe(201);
        project.api()
                .post("/nodes/" + leak.id() + "/comments", object("text", "Since May", "parent_id", question.id()))
                .mustBe(201);
        return project;
    }

    /** All but what is new in each project: its key, and the ids and times of comments. */
    private static String comparable(String file, TestProject project) {
        return file.replace(project.key(), "KEY")
                .replaceAll("\"(created_at|key|parent)\":\"[0-9a-f:TZ.-]{20,}\"", "")
                .replaceAll("\"project\":.*", "");
    }

    private static Answer csv(TestProject project, String query, String table) {
        return project.api()
                .send(project.api()
                        .request(project.path("/import" + query))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(table)));
    }
}

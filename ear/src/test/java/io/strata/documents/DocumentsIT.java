package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.TestWorkspace;
import io.strata.testing.Upload;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class DocumentsIT {

    private final World world;

    DocumentsIT(World world) {
        this.world = world;
    }

    @Test
    void answersAtOnceAndReadsEveryKindOfFile() {
        TestProject project = world.project();
        String word = World.word();
        String text = "The " + word + " engine burns methane and oxygen";
        Upload files = new Upload()
                .file("report.pdf", "application/pdf", SampleFiles.pdf(text))
                .file("notes.txt", "text/plain", SampleFiles.bytes(text))
                .file("notes.md", "text/markdown", SampleFiles.markdown(text))
                .file("page.html", "text/html", SampleFiles.html(text))
                .file("letter.docx", "application/octet-stream", SampleFiles.docx(text))
                .file("table.xlsx", "application/octet-stream", SampleFiles.xlsx(text));

        Answer accepted = project.api()
                .upload(project.workspace().path("/documents"), files)
                .mustBe(202);

        assertThat(accepted.each("status")).hasSize(6).containsOnly("pending");
        for (String id : accepted.each("id")) {
            JsonObject document = finished(project.api(), id);
            assertThat(document.getString("status"))
                    .as(document.getString("file_name") + " " + document)
                    .isEqualTo("ready");
            assertThat(project.api().get("/documents/" + id + "/text").text("text"))
                    .contains(word)
                    .doesNotContain("alert(1)");
        }
        assertThat(search(project.workspace(), word)).containsExactlyInAnyOrderElementsOf(accepted.each("id"));
    }

    @Test
    void putsADocumentInLineAgainThatHasNotMovedForLong() {
        TestWorkspace workspace = world.workspace();
        UUID forgotten = UUID.randomUUID();
        world.stores()
                .sql(
                        "insert into document (id, workspace_id, owner_id, title, file_name, object_key, mime_type, size_bytes,"
                                + " sha256, status, created_at, updated_at) select ?, ?, actor_id, 'Forgotten', 'a.txt', ?,"
                                + " 'text/plain', 1, 'x', 'PENDING', now(), now() - interval '10 minutes' from membership"
                                + " where workspace_id = ? limit 1",
                        forgotten,
                        workspace.id(),
                        "lost/" + forgotten,
                        workspace.id());

        await("a sign of life")
                .until(() -> world.stores()
                                .number(
                                        "select count(*) from document where id = ?"
                                                + " and updated_at > now() - interval '5 minutes'",
                                        forgotten)
                        == 1);
    }

    @Test
    void findsADocumentByItsTitleAndByItsText() {
        TestWorkspace workspace = world.workspace();
        String inTitle = World.word();
        String inText = World.word();
        String id = upload(workspace, inTitle + " plan.txt", SampleFiles.bytes("We talk about " + inText + " here."));
        upload(workspace, "other.txt", SampleFiles.bytes("Nothing of interest"));
        finished(workspace.api(), id);

        assertThat(search(workspace, inTitle)).containsExactly(id);
        assertThat(search(workspace, inText)).containsExactly(id);
        assertThat(search(workspace, World.word())).isEmpty();
        assertThat(workspace
                        .api()
                        .get(workspace.path("/documents?query=" + inText))
                        .items()
                        .get(0)
                        .getString("snippet"))
                .contains("<mark>");
    }

    @Test
    void findsTopicsWithAConfidence() {
        TestWorkspace workspace = world.workspace();
        workspace
                .api()
                .post(
                        workspace.path("/topics"),
                        object("name", "Cookery", "description", "Recipes: baking, frying, ingredients, ovens, bread"))
                .mustBe(201);

        String id = upload(
                workspace,
                "bread.txt",
                SampleFiles.bytes(
                        "A recipe for bread: mix flour, water, salt and yeast, knead the dough and bake it in a hot"
                                + " oven for forty minutes. Serve with butter."));

        JsonObject document = finished(workspace.api(), id);
        assertThat(document.getJsonArray("topics")).isNotEmpty();
        JsonObject first = document.getJsonArray("topics").getJsonObject(0);
        assertThat(first.getString("name")).isEqualTo("Cookery");
        assertThat(first.getJsonNumber("confidence").doubleValue()).isBetween(0.0, 1.0);
        assertThat(workspace
                        .api()
                        .get(workspace.path("/documents?topic_id=" + first.getString("topic_id")))
                        .each("id"))
                .containsExactly(id);
    }

    @Test
    void hangsTheDocumentOnTheNodeThatIsNamed() {
        TestProject project = world.project();
        Answer issue = project.issue("Read this");
        Upload upload = new Upload()
                .field("node_id", issue.text("short_id"))
                .file("attached.txt", "text/plain", SampleFiles.bytes("Something to read"));

        String id = project.api()
                .upload(project.workspace().path("/documents"), upload)
                .mustBe(202)
                .each("id")
                .get(0);
        finished(project.api(), id);

        List<JsonObject> artifacts = project.api()
                .get("/nodes/" + issue.id())
                .json()
                .getJsonArray("artifacts")
                .getValuesAs(JsonObject.class);
        assertThat(artifacts).hasSize(1);
        assertThat(artifacts.get(0).getString("file_ref")).contains(id);
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (:Issue {id: $node})-[:HAS_ARTIFACT]->(a:Artifact) RETURN count(a)",
                                Map.of("node", issue.text("id"))))
                .isEqualTo(1);
    }

    @Test
    void listsTheDocumentsOfOneProject() {
        TestProject project = world.project();
        TestProject other = project.workspace().project();
        String here = upload(project, "here.txt");
        String there = upload(other, "there.txt");
        String documents = project.workspace().path("/documents");

        assertThat(project.api().get(documents + "?project_id=" + project.id()).each("id"))
                .containsExactly(here);
        assertThat(project.api()
                        .get(documents + "?query=txt&project_id=" + other.id())
                        .each("id"))
                .containsExactly(there);
        assertThat(project.api().get(documents).each("id")).containsExactly(there, here);
        project.api().get(documents + "?project_id=nothing").mustBe(404);
    }

    private static String upload(TestProject project, String name) {
        Upload upload = new Upload()
                .field("project_id", project.id().toString())
                .file(name, "text/plain", SampleFiles.bytes("Something to read"));
        return project.api()
                .upload(project.workspace().path("/documents"), upload)
                .mustBe(202)
                .each("id")
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.pdf", "cut.pdf", "damaged.docx", "liar.pdf"})
    void saysWhyABrokenFileFailed(String name) {
        TestWorkspace workspace = world.workspace();
        byte[] content = switch (name) {
            case "empty.pdf" -> new byte[0];
            case "cut.pdf" -> Arrays.copyOf(SampleFiles.pdf("Half of it"), 80);
            case "damaged.docx" -> Arrays.copyOf(SampleFiles.docx("Half of it"), 200);
            default -> SampleFiles.bytes("This is no PDF at all");
        };

        String id = upload(workspace, name, content);

        JsonObject document = finished(workspace.api(), id);
        assertThat(document.getString("status")).isEqualTo("failed");
        assertThat(document.getString("failure")).isNotBlank().doesNotContain("Exception", "io.strata");
    }

    @Test
    void doesNotLetABrokenFileHoldUpTheOthers() {
        TestWorkspace workspace = world.workspace();
        String broken = upload(workspace, "broken.pdf", SampleFiles.bytes("%PDF-1.7 and then nothing"));
        String good = upload(workspace, "good.txt", SampleFiles.bytes("All is well"));

        assertThat(finished(workspace.api(), good).getString("status")).isEqualTo("ready");
        assertThat(finished(workspace.api(), broken).getString("status")).isEqualTo("failed");
        assertThat(workspace
                        .api()
                        .get(workspace.path("/documents?status=failed"))
                        .each("id"))
                .containsExactly(broken);
    }

    @Test
    void processesADocumentAgainWhenAsked() {
        TestWorkspace workspace = world.workspace();
        String id = upload(workspace, "again.txt", SampleFiles.bytes("Once more"));
        finished(workspace.api(), id);

        workspace.api().post("/documents/" + id + "/retry").mustBe(202);

        assertThat(finished(workspace.api(), id).getString("status")).isEqualTo("ready");
    }

    @Test
    void keepsTheTopicsThatAPersonGave() {
        TestWorkspace workspace = world.workspace();
        String topic = workspace.api().get(workspace.path("/topics")).each("id").get(0);
        String id = upload(workspace, "mine.txt", SampleFiles.bytes("Whatever it is about"));
        finished(workspace.api(), id);

        workspace
                .api()
                .put("/documents/" + id + "/topics", object("topic_ids", List.of(topic)))
                .mustBe(200);
        workspace.api().post("/documents/" + id + "/retry").mustBe(202);

        JsonObject document = finished(workspace.api(), id);
        assertThat(document.getJsonArray("topics")).hasSize(1);
        JsonObject kept = document.getJsonArray("topics").getJsonObject(0);
        assertThat(kept.getString("topic_id")).isEqualTo(topic);
        assertThat(kept.getString("source")).isEqualTo("person");
    }

    @Test
    void givesBackTheSameBytesWholeAndInParts() {
        TestWorkspace workspace = world.workspace();
        byte[] content = SampleFiles.pdf("The same bytes");
        String id = upload(workspace, "same.pdf", content);
        Api api = workspace.api();
        String path = "/documents/" + id + "/content";

        Answer whole = api.get(path).mustBe(200);
        Answer part =
                api.send(api.request(path).header("Range", "bytes=5-14").GET()).mustBe(206);
        Answer beyond =
                api.send(api.request(path).header("Range", "bytes=999999-").GET());
        Answer unchanged = api.send(
                api.request(path).header("If-None-Match", whole.header("ETag")).GET());

        assertThat(whole.body()).isEqualTo(content);
        assertThat(whole.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(whole.header("Content-Disposition")).startsWith("attachment").contains("same.pdf");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 5, 15));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 5-14/" + content.length);
        assertThat(beyond.mustBe(416).errorCode()).isEqualTo("range_not_satisfiable");
        unchanged.mustBe(304);
    }

    @Test
    void hidesDocumentsFromStrangersAndProtectsThemFromViewers() {
        TestWorkspace workspace = world.workspace();
        String id = upload(workspace, "secret.txt", SampleFiles.bytes("Nobody else may read this"));
        Api stranger = world.as(world.person());
        Api viewer = workspace.member("VIEWER");
        Upload more = new Upload().file("more.txt", "text/plain", SampleFiles.bytes("More"));

        for (String path : List.of("", "/content", "/text")) {
            stranger.get("/documents/" + id + path).mustBe(404);
        }
        stranger.get(workspace.path("/documents")).mustBe(404);
        stranger.upload(workspace.path("/documents"), more).mustBe(404);
        viewer.get("/documents/" + id + "/content").mustBe(200);
        viewer.upload(workspace.path("/documents"), more).mustBe(403);
    }

    @Test
    void refusesAnUploadWithoutAFileOrToANodeThatIsNotThere() {
        TestWorkspace workspace = world.workspace();

        assertThat(workspace
                        .api()
                        .upload(workspace.path("/documents"), new Upload().field("node_id", "NOPE-1"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("file");
        Answer nowhere = workspace
                .api()
                .upload(
                        workspace.path("/documents"),
                        new Upload()
                                .field("node_id", UUID.randomUUID().toString())
                                .file("lost.txt", "text/plain", SampleFiles.bytes("Lost")));
        assertThat(nowhere.status()).isIn(404, 422);
    }

    @Test
    void keepsNamesOfEveryScriptAndDropsFolders() {
        TestWorkspace workspace = world.workspace();

        String id = upload(workspace, "../../etc/План ракеты 火箭.txt", SampleFiles.bytes("Text"));

        assertThat(workspace.api().get("/documents/" + id).text("file_name")).isEqualTo("План ракеты 火箭.txt");
    }

    private static String upload(TestWorkspace workspace, String name, byte[] content) {
        return workspace
                .api()
                .upload(workspace.path("/documents"), new Upload().file(name, "application/octet-stream", content))
                .mustBe(202)
                .each("id")
                .get(0);
    }

    private static JsonObject finished(Api api, String id) {
        return await("the end of " + id)
                .until(
                        () -> api.get("/documents/" + id).mustBe(200).json(),
                        document -> List.of("ready", "failed").contains(document.getString("status")));
    }

    private static List<String> search(TestWorkspace workspace, String query) {
        return workspace
                .api()
                .get(workspace.path("/documents?query=" + query))
                .mustBe(200)
                .each("id");
    }
}

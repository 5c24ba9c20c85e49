package io.strata.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestWorkspace;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class VersionsIT {

    private final World world;
    private TestWorkspace workspace;
    private Vault vault;
    private Api api;

    VersionsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeWorkspace() {
        workspace = world.workspace();
        vault = new Vault(workspace);
        api = vault.api();
    }

    @Test
    void keepsWhatADocumentWas() {
        String id = vault.addAndAwait("plan.txt", "The first plan");

        Answer added =
                upload(id, "plan v2.txt", "The second plan, which is longer").mustBe(201);

        assertThat(added.json().getInt("version")).isEqualTo(2);
        assertThat(added.text("title")).isEqualTo("plan.txt");
        assertThat(added.text("file_name")).isEqualTo("plan v2.txt");
        vault.finished(id);
        assertThat(api.get("/documents/" + id + "/text").text("text")).contains("second");
        assertThat(api.get("/documents/" + id + "/content").text()).isEqualTo("The second plan, which is longer");
        Answer versions = api.get("/documents/" + id + "/versions").mustBe(200);
        assertThat(versions.items()).extracting(one -> one.getInt("version")).containsExactly(2, 1);
        assertThat(versions.items())
                .extracting(one -> one.getBoolean("current"))
                .containsExactly(true, false);
        Answer first = api.get("/documents/" + id + "/versions/1/content").mustBe(200);
        assertThat(first.text()).isEqualTo("The first plan");
        assertThat(first.header("Content-Disposition")).contains("plan.txt");
        Answer part = api.send(api.request("/documents/" + id + "/versions/1/content")
                .header("Range", "bytes=4-8")
                .GET());
        assertThat(part.mustBe(206).text()).isEqualTo("first");
    }

    @Test
    void bringsAnEarlierVersionBack() {
        String word = World.word();
        String id = vault.addAndAwait("plan.txt", "The " + word + " plan");
        upload(id, "plan.txt", "Another plan").mustBe(201);
        vault.finished(id);
        assertThat(vault.list("?query=" + word)).isEmpty();

        api.post("/documents/" + id + "/versions/1/current").mustBe(200);

        vault.finished(id);
        assertThat(api.get("/documents/" + id + "/content").text()).contains(word);
        assertThat(vault.list("?query=" + word)).containsExactly(id);
        assertThat(api.get("/documents/" + id + "/versions/2/content").text()).isEqualTo("Another plan");
        api.post("/documents/" + id + "/versions/1/current").mustBe(409);
        upload(id, "plan.txt", "A third plan").mustBe(201);
        assertThat(api.get("/documents/" + id).json().getInt("version")).isEqualTo(3);
        assertThat(api.get("/audit?workspace_id=" + workspace.id() + "&subject_id=" + id)
                        .each("action"))
                .contains("document.version_added", "document.version_chosen");
    }

    @Test
    void removesAllVersionsWithTheDocument() {
        String id = vault.addAndAwait("plan.txt", "The first plan");
        upload(id, "plan.txt", "The second plan").mustBe(201);
        vault.finished(id);
        assertThat(keys(id)).hasSize(2);

        api.delete("/documents/" + id).mustBe(204);
        List<String> keys = keys(id);
        api.delete("/documents/" + id + "/trash").mustBe(204);

        assertThat(keys(id)).isEmpty();
        await("the files are removed")
                .until(() -> keys.stream()
                        .allMatch(key ->
                                world.stores().number("select count(*) from discarded_object where object_key = ?", key)
                                        == 0));
    }

    @Test
    void saysWhatIsWrong() {
        String id = vault.addAndAwait("plan.txt", "The first plan");

        assertThat(api.upload("/documents/" + id + "/versions", new Upload().field("x", "y"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("file");
        api.get("/documents/" + id + "/versions/7/content").mustBe(404);
        api.get("/documents/" + id + "/versions/one/content").mustBe(404);
        api.post("/documents/" + id + "/versions/7/current").mustBe(404);
        api.get("/documents/" + UUID.randomUUID() + "/versions").mustBe(404);
    }

    @Test
    void letsViewersLookAndStrangersNot() {
        String id = vault.addAndAwait("plan.txt", "The first plan");
        Api viewer = workspace.member("VIEWER");
        Api stranger = world.as(world.person());
        Upload more = new Upload().file("plan.txt", "text/plain", SampleFiles.bytes("Mine"));

        viewer.get("/documents/" + id + "/versions").mustBe(200);
        viewer.get("/documents/" + id + "/versions/1/content").mustBe(200);
        viewer.upload("/documents/" + id + "/versions", more).mustBe(403);
        viewer.post("/documents/" + id + "/versions/1/current").mustBe(403);
        stranger.get("/documents/" + id + "/versions").mustBe(404);
        stranger.get("/documents/" + id + "/versions/1/content").mustBe(404);
        stranger.upload("/documents/" + id + "/versions", more).mustBe(404);
        world.anonymous().get("/documents/" + id + "/versions/1/content").mustBe(401);
    }

    private Answer upload(String id, String name, String text) {
        return api.upload(
                "/documents/" + id + "/versions",
                new Upload().file(name, "application/octet-stream", SampleFiles.bytes(text)));
    }

    private List<String> keys(String id) {
        return world
                .stores()
                .rows(
                        "select object_key from document where id = ? union all"
                                + " select object_key from document_version where document_id = ?",
                        UUID.fromString(id),
                        UUID.fromString(id))
                .stream()
                .map(row -> (String) row.get("object_key"))
                .toList();
    }
}

package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class DocumentTrashIT {

    private final World world;
    private TestProject project;
    private Vault vault;
    private Api api;

    DocumentTrashIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeWorkspace() {
        project = world.project();
        vault = new Vault(project.workspace());
        api = vault.api();
    }

    @Test
    void hidesADeletedDocumentEverywhereAndBringsItBack() {
        String word = World.word();
        String id = vault.addAndAwait("gone.txt", "The " + word + " papers");
        api.patch("/documents/" + id, object("tags", List.of("mine"))).mustBe(200);

        api.delete("/documents/" + id).mustBe(204);

        for (String path : List.of("", "/content", "/text", "/versions")) {
            api.get("/documents/" + id + path).mustBe(404);
        }
        api.delete("/documents/" + id).mustBe(404);
        assertThat(vault.list("")).isEmpty();
        assertThat(vault.list("?query=" + word)).isEmpty();
        assertThat(api.get(project.workspace().path("/document-tags")).items()).isEmpty();
        assertThat(artifacts()).isZero();
        Answer trash = api.get(project.workspace().path("/document-trash")).mustBe(200);
        assertThat(trash.each("id")).containsExactly(id);
        assertThat(trash.each("kind")).containsExactly("document");

        Answer restored = api.post("/documents/" + id + "/restore").mustBe(200);

        assertThat(restored.text("status")).isEqualTo("ready");
        assertThat(vault.list("?query=" + word)).containsExactly(id);
        assertThat(vault.list("?tag=mine")).containsExactly(id);
        assertThat(artifacts()).isEqualTo(1);
        assertThat(trash()).isEmpty();
        api.post("/documents/" + id + "/restore").mustBe(409);
        assertThat(api.get("/audit?workspace_id=" + project.workspace().id() + "&subject_id=" + id)
                        .each("action"))
                .contains("document.trashed", "document.restored");
    }

    @Test
    void deletesAFolderWithAllInItAndBringsBackWhatThatTook() {
        String outer = vault.folder("Outer", null);
        String inner = vault.folder("Inner", outer);
        String before = vault.add("before.txt", "Deleted before", Map.of("folder_id", inner));
        String deep = vault.add("deep.txt", "Deep", Map.of("folder_id", inner));
        String outside = vault.add("outside.txt", "Outside");
        api.delete("/documents/" + before).mustBe(204);

        Answer deleted = api.delete("/folders/" + outer).mustBe(200);

        assertThat(deleted.json().getInt("folders")).isEqualTo(2);
        assertThat(deleted.json().getInt("documents")).isEqualTo(1);
        assertThat(vault.list("")).containsExactly(outside);
        api.get("/folders/" + inner).mustBe(404);
        assertThat(trash()).containsExactly(outer, before);
        api.post("/documents/" + deep + "/restore").mustBe(409);
        api.post("/folders/" + inner + "/restore").mustBe(409);
        api.post("/documents/" + before + "/restore").mustBe(409);
        assertThat(api.put("/documents/" + outside + "/folder", object("folder_id", inner))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("folder_id");

        api.post("/folders/" + outer + "/restore").mustBe(200);

        assertThat(vault.list("?folder_id=" + inner)).containsExactly(deep);
        assertThat(trash()).containsExactly(before);
        api.post("/documents/" + before + "/restore").mustBe(200);
        assertThat(vault.list("?folder_id=" + inner)).containsExactlyInAnyOrder(deep, before);
    }

    @Test
    void doesNotRestoreAFolderBesideOneOfItsName() {
        String first = vault.folder("Contracts", null);
        api.delete("/folders/" + first).mustBe(200);
        String second = vault.folder("contracts", null);

        api.post("/folders/" + first + "/restore").mustBe(409);
        api.patch("/folders/" + second, object("name", "Others")).mustBe(200);
        api.post("/folders/" + first + "/restore").mustBe(200);
    }

    @Test
    void leavesAFolderAloneInWhichThereIsSomethingHidden() {
        String part = project.component("Part").text("id");
        String folder = vault.folder("Mixed", null);
        vault.add("seen.txt", "Seen", Map.of("folder_id", folder));
        String hidden = vault.add("hidden.txt", "Hidden", Map.of("folder_id", folder, "node_id", part));
        Api member = project.workspace().member("MEMBER");
        api.post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", part))
                .mustBe(201);

        assertThat(member.delete("/folders/" + folder).mustBe(403).errorCode()).isEqualTo("forbidden");

        assertThat(vault.list("?folder_id=" + folder)).hasSize(2).contains(hidden);
        api.delete("/folders/" + folder).mustBe(200);
        assertThat(member.post("/folders/" + folder + "/restore").mustBe(200).text("name"))
                .isEqualTo("Mixed");
        assertThat(vault.list("?folder_id=" + folder)).hasSize(2);
    }

    @Test
    void finishesWhatWasDeletedWhileItWaited() {
        String id = vault.add("early.txt", "Deleted at once");
        api.delete("/documents/" + id).mustBe(204);
        api.post("/documents/" + id + "/restore").mustBe(200);

        assertThat(vault.finished(id).getString("status")).isEqualTo("ready");
    }

    @Test
    void removesForGoodWhenAsked() {
        String id = vault.addAndAwait("gone.txt", "Gone for good");
        String key = key(id);
        api.delete("/documents/" + id + "/trash").mustBe(409);
        api.delete("/documents/" + id).mustBe(204);

        api.delete("/documents/" + id + "/trash").mustBe(204);

        assertThat(trash()).isEmpty();
        api.post("/documents/" + id + "/restore").mustBe(404);
        api.delete("/documents/" + id + "/trash").mustBe(404);
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (a) WHERE a.id = $id OR a.document_id = $id RETURN count(a)", Map.of("id", id)))
                .isZero();
        awaitRemoved(key);
    }

    @Test
    void removesForGoodAfterThirtyDays() {
        String folder = vault.folder("Old", null);
        String inner = vault.folder("Older", folder);
        String old = vault.add("old.txt", "Old", Map.of("folder_id", inner));
        String young = vault.add("young.txt", "Young");
        String key = key(old);
        api.delete("/folders/" + folder).mustBe(200);
        api.delete("/documents/" + young).mustBe(204);
        age("document", old, 31);
        age("document", young, 29);
        age("folder", folder, 31);
        age("folder", inner, 31);

        await("the trash is emptied").until(() -> count("folder", folder) == 0);

        assertThat(count("document", old)).isZero();
        assertThat(count("folder", inner)).isZero();
        assertThat(trash()).containsExactly(young);
        awaitRemoved(key);
    }

    @Test
    void letsNobodyElseEmptyOrFillTheTrash() {
        String id = vault.add("mine.txt", "Mine");
        String folder = vault.folder("Mine", null);
        Api viewer = project.workspace().member("VIEWER");
        Api stranger = world.as(world.person());

        viewer.delete("/documents/" + id).mustBe(403);
        viewer.delete("/folders/" + folder).mustBe(403);
        stranger.delete("/documents/" + id).mustBe(404);
        stranger.delete("/folders/" + folder).mustBe(404);
        api.delete("/documents/" + id).mustBe(204);
        api.delete("/folders/" + folder).mustBe(200);
        viewer.post("/documents/" + id + "/restore").mustBe(403);
        viewer.delete("/documents/" + id + "/trash").mustBe(403);
        viewer.post("/folders/" + folder + "/restore").mustBe(403);
        stranger.post("/documents/" + id + "/restore").mustBe(404);
        stranger.delete("/documents/" + id + "/trash").mustBe(404);
        stranger.post("/folders/" + folder + "/restore").mustBe(404);
        viewer.get(project.workspace().path("/document-trash")).mustBe(200);
    }

    @Test
    void asksAPersonBeforeAnAgentDeletes() {
        String folder = vault.folder("Plans", null);
        String inside = vault.add("inside.txt", "Inside", Map.of("folder_id", folder));
        String alone = vault.add("alone.txt", "Alone");
        Person person = project.workspace().join("MEMBER");
        world.stores().sql("update actor set kind = 'agent' where id = ?", person.id());
        Api agent = world.as(person);

        Answer one = agent.delete("/documents/" + alone).mustBe(202);
        Answer many = agent.delete("/folders/" + folder).mustBe(202);

        assertThat(one.text("operation")).isEqualTo("document.delete");
        assertThat(many.text("operation")).isEqualTo("folder.delete");
        assertThat(vault.list("")).containsExactlyInAnyOrder(inside, alone);
        approve(one);
        approve(many);
        assertThat(vault.list("")).isEmpty();
        Answer purge = agent.delete("/documents/" + alone + "/trash").mustBe(202);
        assertThat(purge.text("operation")).isEqualTo("document.purge");
        approve(purge);
        assertThat(trash()).containsExactly(folder);
    }

    private void approve(Answer request) {
        assertThat(api.post("/approvals/" + request.text("id") + "/approve")
                        .mustBe(200)
                        .text("status"))
                .isEqualTo("performed");
    }

    private List<String> trash() {
        return api.get(project.workspace().path("/document-trash")).mustBe(200).each("id");
    }

    private int artifacts() {
        return api.get("/nodes/" + project.rootId())
                .json()
                .getJsonArray("artifacts")
                .size();
    }

    private String key(String id) {
        return (String) world.stores()
                .rows("select object_key from document where id = ?", UUID.fromString(id))
                .get(0)
                .get("object_key");
    }

    private long count(String table, String id) {
        return world.stores().number("select count(*) from " + table + " where id = ?", UUID.fromString(id));
    }

    private void age(String table, String id, int days) {
        world.stores()
                .sql(
                        "update " + table + " set trashed_at = now() - make_interval(days => ?) where id = ?",
                        days,
                        UUID.fromString(id));
    }

    /** The note that a file is to be removed goes when the file has gone. */
    private void awaitRemoved(String key) {
        await("the file is removed")
                .until(() ->
                        world.stores().number("select count(*) from discarded_object where object_key = ?", key) == 0);
    }
}

package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class FoldersIT {

    private final World world;
    private TestProject project;
    private Vault vault;
    private Api api;

    FoldersIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeWorkspace() {
        project = world.project();
        vault = new Vault(project.workspace());
        api = vault.api();
    }

    @Test
    void makesRenamesAndMovesFolders() {
        String contracts = vault.folder("Contracts", null);
        String suppliers = vault.folder("Suppliers", contracts);

        api.patch("/folders/" + suppliers, object("name", "Vendors")).mustBe(200);
        assertThat(api.get("/folders/" + suppliers).mustBe(200).text("name")).isEqualTo("Vendors");
        assertThat(folders("?parent_id=" + contracts)).containsExactly("Vendors");
        api.put("/folders/" + suppliers + "/parent", object()).mustBe(200);
        assertThat(folders("?parent_id=top")).containsExactly("Contracts", "Vendors");
        assertThat(folders("?parent_id=" + contracts)).isEmpty();
        assertThat(audit(suppliers)).containsExactly("folder.moved", "folder.changed", "folder.created");
    }

    @Test
    void givesANameOnceBesideEachOther() {
        String contracts = vault.folder("Contracts", null);
        String other = vault.folder("Other", null);

        assertThat(create("CONTRACTS", null).mustBe(409).errorCode()).isEqualTo("conflict");
        vault.folder("Contracts", other);
        api.patch("/folders/" + other, object("name", "contracts")).mustBe(409);
        api.put("/folders/" + contracts + "/parent", object("parent_id", other)).mustBe(409);
        api.patch("/folders/" + contracts, object("name", "CONTRACTS")).mustBe(200);
    }

    @Test
    void givesANameOnceHoweverManyAskAtOnce() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(many.submit(() -> create("Only one", null).status()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        many.shutdown();

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(7);
    }

    @Test
    void refusesToMoveAFolderIntoItself() {
        String outer = vault.folder("Outer", null);
        String middle = vault.folder("Middle", outer);
        String inner = vault.folder("Inner", middle);

        api.put("/folders/" + outer + "/parent", object("parent_id", inner)).mustBe(409);
        api.put("/folders/" + outer + "/parent", object("parent_id", outer)).mustBe(409);
        api.put("/folders/" + inner + "/parent", object("parent_id", outer)).mustBe(200);
    }

    @Test
    void refusesNamesThatAreNone() {
        for (String name : List.of("", "  ", "a/b", "..", "x".repeat(101))) {
            assertThat(create(name, null).mustBe(422).wrongFields()).as(name).containsExactly("name");
        }
        assertThat(create("Lost", UUID.randomUUID().toString()).mustBe(422).wrongFields())
                .containsExactly("parent_id");
        api.patch("/folders/" + UUID.randomUUID(), object("name", "x")).mustBe(404);
        api.get("/folders/nothing").mustBe(404);
    }

    @Test
    void putsDocumentsIntoFoldersAndFindsThemThere() {
        String outer = vault.folder("Outer", null);
        String inner = vault.folder("Inner", outer);
        String direct = vault.add("direct.txt", "One", Map.of("folder_id", outer));
        String deep = vault.add("deep.txt", "Two");
        String outside = vault.add("outside.txt", "Three");

        Answer moved = api.put("/documents/" + deep + "/folder", object("folder_id", inner))
                .mustBe(200);

        assertThat(moved.text("folder_id")).isEqualTo(inner);
        assertThat(vault.list("?folder_id=" + outer)).containsExactly(direct);
        assertThat(vault.list("?folder_id=" + outer + "&below=true")).containsExactlyInAnyOrder(direct, deep);
        assertThat(vault.list("?folder_id=top")).containsExactly(outside);
        api.put("/documents/" + deep + "/folder", object()).mustBe(200);
        assertThat(vault.list("?folder_id=top")).containsExactlyInAnyOrder(deep, outside);
        assertThat(api.put("/documents/" + deep + "/folder", object("folder_id", UUID.randomUUID()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("folder_id");
        String elsewhere = new Vault(world.workspace()).folder("Elsewhere", null);
        api.put("/documents/" + deep + "/folder", object("folder_id", elsewhere))
                .mustBe(422);
    }

    @Test
    void marksDocumentsWithTags() {
        String first = vault.add("first.txt", "One");
        String second = vault.add("second.txt", "Two");

        Answer changed = api.patch(
                        "/documents/" + first,
                        object("title", "The first", "tags", List.of(" Urgent ", "urgent", "Bank")))
                .mustBe(200);
        api.patch("/documents/" + second, object("tags", List.of("bank"))).mustBe(200);

        assertThat(changed.text("title")).isEqualTo("The first");
        assertThat(strings(changed.json(), "tags")).containsExactly("bank", "urgent");
        assertThat(vault.list("?tag=URGENT")).containsExactly(first);
        assertThat(vault.list("?tag=bank")).containsExactlyInAnyOrder(first, second);
        Answer tags = api.get(project.workspace().path("/document-tags")).mustBe(200);
        assertThat(tags.each("tag")).containsExactly("bank", "urgent");
        assertThat(tags.items().get(0).getInt("documents")).isEqualTo(2);
        assertThat(api.patch("/documents/" + first, object("title", " "))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("title");
        assertThat(api.patch("/documents/" + first, object("tags", List.of("x".repeat(51))))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("tags[0]");
        api.patch("/documents/" + first, object()).mustBe(422);
    }

    @Test
    void findsADocumentByItsNewTitle() {
        String word = World.word();
        String id = vault.addAndAwait("dull.txt", "Nothing of interest");

        api.patch("/documents/" + id, object("title", "The " + word + " papers"))
                .mustBe(200);

        assertThat(vault.list("?query=" + word)).containsExactly(id);
    }

    @Test
    void listsInAnyOrderPageByPage() {
        String big = vault.add("b big.txt", "x".repeat(300));
        String small = vault.add("C small.txt", "x");
        String middle = vault.add("a middle.txt", "x".repeat(100));

        assertThat(pages("?sort=title")).containsExactly(middle, big, small);
        assertThat(pages("?sort=title&order=desc")).containsExactly(small, big, middle);
        assertThat(pages("?sort=size")).containsExactly(big, middle, small);
        assertThat(pages("?sort=size&order=asc")).containsExactly(small, middle, big);
        assertThat(pages("?sort=created&order=asc")).containsExactly(big, small, middle);
        assertThat(pages("")).containsExactly(middle, small, big);
        assertThat(pages("?sort=updated")).containsExactlyInAnyOrder(big, small, middle);
        api.get(project.workspace().path("/documents?sort=colour")).mustBe(422);
        api.get(project.workspace().path("/documents?order=up")).mustBe(422);
        api.get(project.workspace().path("/documents?cursor=nonsense")).mustBe(422);
    }

    @Test
    void filtersByKindAndDay() {
        String text = vault.add("notes.txt", "Some notes");
        String page = vault.add("page.html", "<!DOCTYPE html><html><body>A page</body></html>");

        assertThat(vault.list("?kind=text")).containsExactly(text);
        assertThat(vault.list("?kind=page")).containsExactly(page);
        assertThat(vault.list("?kind=pdf")).isEmpty();
        assertThat(vault.list("?kind=other")).isEmpty();
        assertThat(vault.list("?project_id=" + project.id())).hasSize(2);
        assertThat(vault.list("?project_id=" + UUID.randomUUID())).isEmpty();
        assertThat(vault.list("?created_from=2020-01-01&created_before=2020-01-02"))
                .isEmpty();
        assertThat(vault.list("?created_from=2020-01-01")).hasSize(2);
        assertThat(api.get(project.workspace().path("/documents?created_from=soon"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("created_from");
    }

    @Test
    void hangsADocumentOnAnotherNode() {
        Answer issue = project.issue("Read this");
        String id = vault.addAndAwait("paper.txt", "A paper");

        Answer moved = api.put("/documents/" + id + "/node", object("node_id", issue.text("short_id")))
                .mustBe(200);

        assertThat(moved.text("node_id")).isEqualTo(issue.text("id"));
        assertThat(artifacts(issue.text("id"))).containsExactly(id);
        assertThat(artifacts(project.rootId().toString())).isEmpty();
        api.put("/documents/" + id + "/node", object()).mustBe(422);
        api.put("/documents/" + id + "/node", object("node_id", world.project().rootId()))
                .mustBe(422);
    }

    @Test
    void tellsWhichDocumentsAreTheSame() {
        String first = vault.add("one.txt", "The very same bytes");
        Answer again = api.upload(
                        project.workspace().path("/documents"),
                        new io.strata.testing.Upload()
                                .file("two.txt", "text/plain", SampleFiles.bytes("The very same bytes")))
                .mustBe(202);
        vault.add("three.txt", "Other bytes");

        assertThat(again.items().get(0).getInt("duplicates")).isEqualTo(1);
        assertThat(api.get("/documents/" + first).json().getInt("duplicates")).isEqualTo(1);
        Answer groups =
                api.get(project.workspace().path("/document-duplicates")).mustBe(200);
        assertThat(groups.items()).hasSize(1);
        assertThat(groups.items().get(0).getJsonArray("documents").getValuesAs(JsonObject.class))
                .extracting(document -> document.getString("id"))
                .containsExactly(first, again.each("id").get(0));
    }

    @Test
    void letsViewersLookAndStrangersNot() {
        String folder = vault.folder("Contracts", null);
        String document = vault.add("one.txt", "One");
        Api viewer = project.workspace().member("VIEWER");
        Api stranger = world.as(world.person());

        viewer.get("/folders/" + folder).mustBe(200);
        viewer.get(project.workspace().path("/folders")).mustBe(200);
        viewer.post(project.workspace().path("/folders"), object("name", "Mine"))
                .mustBe(403);
        viewer.patch("/folders/" + folder, object("name", "Mine")).mustBe(403);
        viewer.put("/folders/" + folder + "/parent", object()).mustBe(403);
        viewer.patch("/documents/" + document, object("title", "Mine")).mustBe(403);
        viewer.put("/documents/" + document + "/folder", object("folder_id", folder))
                .mustBe(403);
        viewer.put("/documents/" + document + "/node", object("node_id", project.rootId()))
                .mustBe(403);
        stranger.get("/folders/" + folder).mustBe(404);
        stranger.patch("/folders/" + folder, object("name", "Mine")).mustBe(404);
        for (String list : List.of("/folders", "/document-tags", "/document-duplicates", "/document-trash")) {
            stranger.get(project.workspace().path(list)).mustBe(404);
            world.anonymous().get(project.workspace().path(list)).mustBe(401);
        }
        stranger.post(project.workspace().path("/folders"), object("name", "Mine"))
                .mustBe(404);
    }

    private Answer create(String name, String parent) {
        return api.post(project.workspace().path("/folders"), object("name", name, "parent_id", parent));
    }

    private List<String> folders(String parameters) {
        return api.get(project.workspace().path("/folders" + parameters))
                .mustBe(200)
                .each("name");
    }

    private List<String> pages(String parameters) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            String more = (parameters.isEmpty() ? "?" : parameters + "&") + "limit=1"
                    + (cursor == null ? "" : "&cursor=" + cursor);
            Answer page = api.get(project.workspace().path("/documents" + more)).mustBe(200);
            ids.addAll(page.each("id"));
            cursor = page.text("next_cursor");
        } while (cursor != null);
        return ids;
    }

    private List<String> artifacts(String node) {
        return api.get("/nodes/" + node).json().getJsonArray("artifacts").getValuesAs(JsonObject.class).stream()
                .map(artifact -> artifact.getString("file_ref"))
                .toList();
    }

    private List<String> audit(String subject) {
        return api.get("/audit?workspace_id=" + project.workspace().id() + "&subject_id=" + subject)
                .mustBe(200)
                .each("action");
    }

    private static List<String> strings(JsonObject object, String name) {
        return object.getJsonArray(name).stream()
                .map(value -> ((jakarta.json.JsonString) value).getString())
                .toList();
    }
}

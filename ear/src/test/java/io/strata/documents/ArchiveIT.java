package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ArchiveIT {

    private final World world;
    private TestProject project;
    private Vault vault;
    private Api api;

    ArchiveIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeWorkspace() {
        project = world.project();
        vault = new Vault(project.workspace());
        api = vault.api();
    }

    @Test
    void holdsDocumentsInTheirFoldersWithAManifest() {
        String outer = vault.folder("Contracts", null);
        String inner = vault.folder("2026", outer);
        vault.add("plan.txt", "One", Map.of("folder_id", outer));
        vault.add("PLAN.txt", "Two", Map.of("folder_id", outer));
        String deep = vault.add("План.txt", "Three", Map.of("folder_id", inner));
        vault.add("outside.txt", "Four");
        api.patch("/documents/" + deep, object("tags", List.of("signed"))).mustBe(200);

        Answer answer = get("?folder_id=" + outer + "&below=true").mustBe(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment")
                .contains(".zip");
        Map<String, String> files = unzip(answer);
        assertThat(files)
                .containsOnlyKeys(
                        "manifest.json", "Contracts/plan.txt", "Contracts/PLAN (2).txt", "Contracts/2026/План.txt")
                .containsEntry("Contracts/plan.txt", "One")
                .containsEntry("Contracts/PLAN (2).txt", "Two")
                .containsEntry("Contracts/2026/План.txt", "Three");
        JsonObject described = Json.createReader(new StringReader(files.get("manifest.json")))
                .readObject()
                .getJsonArray("documents")
                .getJsonObject(2);
        assertThat(described.getString("path")).isEqualTo("Contracts/2026/План.txt");
        assertThat(described.getJsonObject("document").getString("id")).isEqualTo(deep);
        assertThat(described.getJsonObject("document").getJsonArray("tags")).hasSize(1);
    }

    @Test
    void holdsWhatIsNamed() {
        String first = vault.add("first.txt", "One");
        String second = vault.add("second.txt", "Two");
        vault.add("third.txt", "Three");

        Map<String, String> files =
                unzip(get("?document_id=" + second + "&document_id=" + first).mustBe(200));

        assertThat(files).containsOnlyKeys("manifest.json", "second.txt", "first.txt");
        get("?document_id=" + first + "&document_id=" + UUID.randomUUID()).mustBe(404);
        get("?query=one").mustBe(422);
        get("?kind=colour").mustBe(422);
    }

    @Test
    void holdsNothingThatTheCallerMayNotRead() {
        String part = project.component("Part").text("id");
        vault.add("seen.txt", "Seen");
        String hidden = vault.add("hidden.txt", "Hidden", Map.of("node_id", part));
        String gone = vault.add("gone.txt", "Gone");
        api.delete("/documents/" + gone).mustBe(204);
        Api member = project.workspace().member("MEMBER");
        api.post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", part))
                .mustBe(201);
        String path = project.workspace().path("/document-archive");

        assertThat(unzip(member.get(path).mustBe(200))).containsOnlyKeys("manifest.json", "seen.txt");
        assertThat(unzip(api.get(path).mustBe(200))).containsOnlyKeys("manifest.json", "seen.txt", "hidden.txt");
        member.get(path + "?document_id=" + hidden).mustBe(404);
        world.as(world.person()).get(path).mustBe(404);
        world.anonymous().get(path).mustBe(401);
    }

    @Test
    void namesWhatTheStoreNoLongerHas() {
        vault.add("there.txt", "There");
        String lost = vault.add("lost.txt", "Lost");
        vault.finished(lost);
        world.stores().sql("update document set object_key = object_key || 'x' where id = ?", UUID.fromString(lost));

        Map<String, String> files = unzip(get("").mustBe(200));

        assertThat(files).containsOnlyKeys("manifest.json", "missing.json", "there.txt");
        assertThat(files.get("missing.json")).contains(lost);
    }

    private Answer get(String parameters) {
        return api.get(project.workspace().path("/document-archive" + parameters));
    }

    private static Map<String, String> unzip(Answer answer) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}

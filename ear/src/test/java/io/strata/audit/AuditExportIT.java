package io.strata.audit;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@AgainstStrata
class AuditExportIT {

    private final World world;
    private final Chain chain;

    @TempDir
    Path folder;

    AuditExportIT(World world) {
        this.world = world;
        this.chain = new Chain(world);
    }

    @Test
    void exportsWhatAnybodyCanVerifyWithoutTheServer() throws Exception {
        TestProject project = world.project();
        long position = chain.sealed(project.issue("Für \"alle\"\nZeilen").id());
        Answer export = world.administrator().get("/audit/export").mustBe(200);
        String checkpoint = position + ":"
                + world.stores()
                        .rows("select encode(hash, 'hex') as hash from audit_seal where position = ?", position)
                        .get(0)
                        .get("hash");

        assertThat(export.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(export.header("Content-Disposition")).contains("attachment").contains(".jsonl");
        assertThat(export.text().lines().skip(1).findFirst().orElseThrow()).startsWith("{\"position\":1,");
        Path file = Files.write(folder.resolve("audit.jsonl"), export.body());
        assertThat(verify(0, file, checkpoint)).startsWith("Intact");
    }

    @Test
    void makesEveryTamperingWithAnExportVisible() throws Exception {
        TestProject project = world.project();
        chain.sealed(project.issue("To be tampered with").id());
        byte[] export = world.administrator().get("/audit/export").mustBe(200).body();
        Path file = folder.resolve("audit.jsonl");

        byte[] changed = export.clone();
        int index = ThreadLocalRandom.current().nextInt(changed.length);
        changed[index] ^= 1;
        assertThat(verify(1, Files.write(file, changed))).as("byte " + index).startsWith("BROKEN");

        List<String> lines = new java.util.ArrayList<>(
                new String(export, StandardCharsets.UTF_8).lines().toList());
        java.util.Collections.swap(lines, 2, 3);
        assertThat(verify(1, Files.writeString(file, String.join("\n", lines) + "\n")))
                .startsWith("BROKEN in line 3: order changed: position 2");

        java.util.Collections.swap(lines, 2, 3);
        lines.remove(2);
        assertThat(verify(1, Files.writeString(file, String.join("\n", lines) + "\n")))
                .startsWith("BROKEN in line 3: entry missing: position 2");
    }

    @Test
    void exportsAWorkspaceToItsAdministratorsOnly() throws Exception {
        TestProject project = world.project();
        project.issue("Ours");
        Answer issue = project.issue("Ours too");
        project.api()
                .patch("/nodes/" + issue.id(), object("title", "Still ours"))
                .mustBe(200);
        chain.sealed(issue.id());
        chain.sealed(project.workspace().id());
        String path = "/audit/export?workspace_id=" + project.workspace().id();
        Api administrator = project.workspace().member("ADMIN");

        Answer export = administrator.get(path).mustBe(200);

        List<String> lines = export.text().lines().toList();
        assertThat(lines).hasSize(2 + 5);
        assertThat(lines.get(0))
                .contains("\"complete\":false")
                .contains(project.workspace().id().toString());
        assertThat(lines.subList(1, 6))
                .allSatisfy(line -> assertThat(line)
                        .contains("\"workspace_id\":\"" + project.workspace().id() + "\""));
        assertThat(verify(0, Files.write(folder.resolve("ours.jsonl"), export.body())))
                .startsWith("Intact: 5 entries");
        project.workspace().member("MEMBER").get(path).mustBe(403);
        administrator.get("/audit/export").mustBe(403);
        world.as(world.person()).get(path).mustBe(404);
        world.anonymous().get(path).mustBe(401);
    }

    @Test
    void exportsATableForASpreadsheet() {
        TestProject project = world.project();
        Answer issue = project.issue("A \"quoted\", title");
        chain.sealed(issue.id());

        Answer export = project.api()
                .get("/audit/export?format=csv&action=node.&workspace_id="
                        + project.workspace().id())
                .mustBe(200);

        List<String> lines = export.text().lines().toList();
        assertThat(export.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(lines.get(0)).startsWith("position,occurred_at,actor_handle,");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .contains("A \\\"\"quoted\\\"\", title")
                .contains(issue.id().toString());
        assertThat(project.api().get("/audit/export?format=pdf").mustBe(422).wrongFields())
                .containsExactly("format");
    }

    @Test
    void exportsWhatTheListShows() {
        TestProject project = world.project();
        Answer issue = project.issue("Listed");
        project.api().patch("/nodes/" + issue.id(), object("status", "done")).mustBe(200);
        chain.sealed(issue.id());
        String filters = "subject_kind=node&subject_id=" + issue.id() + "&text=" + issue.text("short_id");

        List<String> listed = project.api().get("/audit?" + filters).mustBe(200).items().stream()
                .map(entry -> entry.getString("hash"))
                .toList();
        List<String> exported = project.api()
                .get("/audit/export?" + filters)
                .mustBe(200)
                .text()
                .lines()
                .filter(line -> line.startsWith("{\"position\""))
                .map(AuditExportIT::parsed)
                .map(line -> line.getString("hash"))
                .toList();

        assertThat(listed).isNotEmpty();
        assertThat(exported).containsExactlyInAnyOrderElementsOf(listed);
    }

    private static JsonObject parsed(String line) {
        try (var reader = jakarta.json.Json.createReader(new java.io.StringReader(line))) {
            return reader.readObject();
        }
    }

    /** What the program says, as an auditor runs it. */
    private String verify(int expected, Path file, String... checkpoints) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("strata.checkout"), "audit-verifier/target/strata-audit-verifier.jar")
                        .toString(),
                file.toString()));
        command.addAll(List.of(checkpoints));
        File said = folder.resolve("said.txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        assertThat(process.waitFor()).as(Files.readString(said.toPath())).isEqualTo(expected);
        return Files.readString(said.toPath());
    }
}

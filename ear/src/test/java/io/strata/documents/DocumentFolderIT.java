package io.strata.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real files of many kinds, some of them broken on purpose, in one go. They come from the folder that the environment
 * variable {@code STRATA_TEST_DOCUMENTS} names, or from one beside the checkout; without either there is nothing to test.
 */
@AgainstStrata
class DocumentFolderIT {

    private static final Set<String> FINAL = Set.of("ready", "failed");

    private final World world;

    DocumentFolderIT(World world) {
        this.world = world;
    }

    @Test
    void bringsEveryFileToItsEnd() throws IOException {
        Path folder = folder();
        assumeTrue(Files.isDirectory(folder), "there is no folder " + folder);
        TestProject project = world.project();

        List<String> ids = uploadAll(project, files(folder));

        await("every file at its end").atMost(Duration.ofMinutes(15)).until(() -> unfinished(project) == 0);
        assertSoftly(softly -> {
            for (String id : ids) {
                JsonObject document =
                        project.api().get("/documents/" + id).mustBe(200).json();
                softly.assertThat(document.getString("status"))
                        .as(document.toString())
                        .isIn(FINAL);
                if (document.getString("status").equals("failed")) {
                    softly.assertThat(document.getString("failure"))
                            .as(document.toString())
                            .isNotBlank();
                } else {
                    softly.assertThat(document.getString("node_id"))
                            .isEqualTo(project.rootId().toString());
                }
            }
        });
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (:Component {id: $root})-[:HAS_ARTIFACT]->(a:Artifact) RETURN count(a)",
                                java.util.Map.of("root", project.rootId().toString())))
                .isEqualTo(count(project, "READY"));
    }

    private static List<String> uploadAll(TestProject project, List<Path> files) throws IOException {
        Upload upload = new Upload();
        for (Path file : files) {
            upload.file(file.getFileName().toString(), "application/octet-stream", Files.readAllBytes(file));
        }
        Answer accepted = project.api()
                .upload(project.workspace().path("/documents"), upload)
                .mustBe(202);
        assertThat(accepted.items())
                .hasSize(files.size())
                .allSatisfy(file ->
                        assertThat(file.containsKey("id")).as(file.toString()).isTrue());
        return accepted.each("id");
    }

    private long unfinished(TestProject project) {
        return count(project, "PENDING") + count(project, "EXTRACTING") + count(project, "CLASSIFYING");
    }

    private long count(TestProject project, String status) {
        return world.stores()
                .number(
                        "select count(*) from document where workspace_id = ? and status = ?",
                        project.workspace().id(),
                        status);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("SOURCES.md"))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder() {
        String named = System.getenv("STRATA_TEST_DOCUMENTS");
        return named == null
                ? Path.of(System.getProperty("strata.checkout"), "..", "shared", "data", "documents")
                : Path.of(named);
    }
}

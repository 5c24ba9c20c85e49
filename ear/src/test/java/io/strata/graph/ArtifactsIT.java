package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and embedded pages on nodes. */
@AgainstStrata
class ArtifactsIT {

    private final World world;

    ArtifactsIT(World world) {
        this.world = world;
    }

    @Test
    void hangsALinkOnANode() {
        TestProject project = world.project();
        Answer issue = project.issue("Linked");

        Answer link = project.api()
                .post(
                        "/nodes/" + issue.text("short_id") + "/artifacts",
                        object("url", "https://example.com/a?b=c#d", "title", " The manual "))
                .mustBe(201);

        assertThat(link.text("kind")).isEqualTo("link");
        assertThat(link.text("title")).isEqualTo("The manual");
        assertThat(link.header("Location")).endsWith("/api/v1/artifacts/" + link.id());
        assertThat(project.api().get("/artifacts/" + link.id()).mustBe(200).json())
                .isEqualTo(link.json());
        assertThat(project.api()
                        .get("/nodes/" + issue.id() + "/artifacts")
                        .mustBe(200)
                        .items())
                .containsExactly(link.json());
        assertThat(project.api().get("/nodes/" + issue.id()).json().getJsonArray("artifacts"))
                .containsExactly(link.json());
        assertThat(add(project.api(), issue, "http://example.com").mustBe(201).text("title"))
                .isEqualTo("http://example.com");
    }

    @Test
    void changesAndRemovesALink() {
        TestProject project = world.project();
        Answer issue = project.issue("Linked");
        String link = "/artifacts/"
                + add(project.api(), issue, "https://example.com").mustBe(201).id();

        Answer changed = project.api()
                .patch(link, object("url", "https://example.org", "title", "Elsewhere"))
                .mustBe(200);

        assertThat(changed.text("url")).isEqualTo("https://example.org");
        assertThat(changed.text("title")).isEqualTo("Elsewhere");
        assertThat(project.api().patch(link, object("title", "There")).text("url"))
                .isEqualTo("https://example.org");
        project.api().delete(link).mustBe(204);
        project.api().get(link).mustBe(404);
        project.api().patch(link, object("title", "Gone")).mustBe(404);
        project.api().delete(link).mustBe(404);
        Answer audit = project.api()
                .get("/audit?action=artifact.&workspace_id="
                        + project.workspace().id());
        assertThat(audit.each("action"))
                .containsExactly("artifact.removed", "artifact.changed", "artifact.changed", "artifact.attached");
        assertThat(audit.items().get(2).getJsonObject("before").getString("url"))
                .isEqualTo("https://example.com");
    }

    @Test
    void embedsPagesOfAllowedHostsOnly() {
        TestProject project = world.project();
        Answer issue = project.issue("Embedded");

        Answer refused = project.api()
                .post(
                        "/nodes/" + issue.id() + "/artifacts",
                        object("kind", "embed", "url", "https://not-allowed.example/board"))
                .mustBe(201);

        assertThat(refused.text("kind")).isEqualTo("link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://example.com",
                "//example.com",
                "/nodes/X-1",
                "example.com",
                "https://",
                "https:///path",
                "https://user:password@example.com",
                "https://exa mple.com",
                "https://example.com/\"onclick=\"x",
                "https://example.com/<script>",
                ""
            })
    void refusesWhatIsNoAddress(String url) {
        TestProject project = world.project();

        assertThat(add(project.api(), project.issue("Linked"), url).mustBe(422).wrongFields())
                .containsExactly("url");
    }

    @Test
    void refusesWhatIsNoArtifact() {
        TestProject project = world.project();
        Answer issue = project.issue("Linked");
        String path = "/nodes/" + issue.id() + "/artifacts";

        assertThat(project.api()
                        .post(path, object("title", "Nowhere"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("url");
        assertThat(project.api()
                        .post(path, object("kind", "file", "url", "https://example.com"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("kind");
        assertThat(project.api()
                        .post(path, object("url", "https://example.com/" + "x".repeat(2000), "title", "x".repeat(501)))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("url", "title");
        project.api()
                .post("/nodes/" + UUID.randomUUID() + "/artifacts", object("url", "https://example.com"))
                .mustBe(404);
        project.api().get("/artifacts/" + UUID.randomUUID()).mustBe(404);
        project.api().get("/artifacts/none").mustBe(404);
        project.api().delete("/nodes/" + issue.id()).mustBe(200);
        add(project.api(), issue, "https://example.com").mustBe(404);
    }

    @Test
    void followsTheRightsOfTheNode() {
        TestProject project = world.project();
        Answer issue = project.issue("Linked");
        Api viewer = project.workspace().member("VIEWER");
        Api stranger = world.as(world.person());
        String link = "/artifacts/"
                + add(project.api(), issue, "https://example.com").mustBe(201).id();

        add(viewer, issue, "https://example.com").mustBe(403);
        add(stranger, issue, "https://example.com").mustBe(404);
        viewer.get(link).mustBe(200);
        viewer.get("/nodes/" + issue.id() + "/artifacts").mustBe(200);
        viewer.patch(link, object("title", "Mine")).mustBe(403);
        viewer.delete(link).mustBe(403);
        stranger.get(link).mustBe(404);
        stranger.get("/nodes/" + issue.id() + "/artifacts").mustBe(404);
        stranger.patch(link, object("title", "Mine")).mustBe(404);
        stranger.delete(link).mustBe(404);
        project.workspace().member("MEMBER").delete(link).mustBe(204);
    }

    @Test
    void leavesDocumentsToTheDocuments() {
        TestProject project = world.project();
        Answer issue = project.issue("Documented");
        Api member = project.workspace().member("MEMBER");
        String document = project.api()
                .upload(
                        project.workspace().path("/documents"),
                        new Upload()
                                .field("node_id", issue.text("id"))
                                .file("words.txt", "text/plain", "Some words".getBytes(StandardCharsets.UTF_8)))
                .mustBe(202)
                .each("id")
                .get(0);
        String artifact = "/artifacts/" + document;
        await("the document's artifact").until(() -> member.get(artifact).status() == 200);

        assertThat(member.get(artifact).text("kind")).isEqualTo("file");
        member.patch(artifact, object("title", "Mine")).mustBe(409);
        member.delete(artifact).mustBe(409);
        add(project.api(), issue, "https://example.com").mustBe(201);
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object(
                                "effect", "deny",
                                "action", "document_read",
                                "role", "member",
                                "node_id", issue.id()))
                .mustBe(201);
        member.get(artifact).mustBe(404);
        assertThat(member.get("/nodes/" + issue.id() + "/artifacts").each("kind"))
                .containsExactly("link");
        assertThat(member.get("/nodes/" + issue.id()).json().getJsonArray("artifacts"))
                .hasSize(1);
    }

    @Test
    void pagesInTheOrderOfTheirComing() {
        TestProject project = world.project();
        Answer issue = project.issue("Linked");
        for (String host : List.of("a", "b", "c")) {
            add(project.api(), issue, "https://" + host + ".example").mustBe(201);
        }
        String path = "/nodes/" + issue.id() + "/artifacts?limit=2";

        Answer first = project.api().get(path).mustBe(200);
        Answer second =
                project.api().get(path + "&cursor=" + first.text("next_cursor")).mustBe(200);

        assertThat(first.each("url")).containsExactly("https://a.example", "https://b.example");
        assertThat(second.each("url")).containsExactly("https://c.example");
    }

    private static Answer add(Api api, Answer node, String url) {
        return api.post("/nodes/" + node.id() + "/artifacts", object("url", url));
    }
}

package io.strata.content;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.documents.SampleFiles;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AgainstStrata
class AttachmentsIT {

    private static final byte[] TEXT = "Some words to keep.".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PICTURE = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final World world;

    AttachmentsIT(World world) {
        this.world = world;
    }

    @Test
    void hangsAFileOnANode() {
        TestProject project = world.project();
        Answer issue = project.issue("Documented");

        Answer made = attach(project.api(), "/nodes/" + issue.text("short_id"), "notes.txt", TEXT)
                .mustBe(201);

        assertThat(made.header("Location")).endsWith("/api/v1/attachments/" + made.id());
        assertThat(made.text("file_name")).isEqualTo("notes.txt");
        assertThat(made.text("mime_type")).isEqualTo("text/plain");
        assertThat(made.json().getInt("size_bytes")).isEqualTo(TEXT.length);
        assertThat(project.api().get("/attachments/" + made.id()).mustBe(200).json())
                .isEqualTo(made.json());
        assertThat(project.api()
                        .get("/nodes/" + issue.id() + "/attachments")
                        .mustBe(200)
                        .items())
                .containsExactly(made.json());
        assertThat(project.api().get("/nodes/" + issue.id()).json().getJsonArray("attachments"))
                .containsExactly(made.json());
        assertThat(project.api()
                        .get("/audit?action=attachment.&workspace_id="
                                + project.workspace().id())
                        .each("subject_id"))
                .containsExactly(made.text("id"));
    }

    @Test
    void hangsAFileOnAComment() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Api author = project.workspace().member("MEMBER");
        String comment = comment(author, issue);

        Answer made = attach(author, comment, "picture.png", PICTURE).mustBe(201);

        assertThat(made.text("comment_id")).isEqualTo(comment.substring("/comments/".length()));
        assertThat(author.get(comment).json().getJsonArray("attachments")).containsExactly(made.json());
        assertThat(author.get("/nodes/" + issue.id() + "/attachments").items()).isEmpty();
        attach(project.workspace().member("MEMBER"), comment, "b.txt", TEXT).mustBe(403);
        attach(project.workspace().member("ADMIN"), comment, "c.txt", TEXT).mustBe(201);
    }

    @Test
    void givesTheBytesBackWholeAndInParts() {
        TestProject project = world.project();
        String path = content(attach(project.api(), node(project), "notes.txt", TEXT));

        Answer whole = project.api().get(path).mustBe(200);
        Answer part = project.api()
                .send(project.api().request(path).header("Range", "bytes=5-9").GET())
                .mustBe(206);

        assertThat(whole.body()).isEqualTo(TEXT);
        assertThat(whole.header("Content-Disposition")).startsWith("attachment; filename=\"notes.txt\"");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Content-Security-Policy")).contains("sandbox");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(TEXT, 5, 10));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 5-9/" + TEXT.length);
        project.api()
                .send(project.api().request(path).header("Range", "bytes=1000-").GET())
                .mustBe(416);
        project.api()
                .send(project.api()
                        .request(path)
                        .header("If-None-Match", whole.header("ETag"))
                        .GET())
                .mustBe(304);
    }

    @Test
    void showsPicturesOnly() {
        TestProject project = world.project();
        String node = node(project);

        Answer picture = project.api().get(content(attach(project.api(), node, "a.png", PICTURE)));
        Answer pdf = project.api().get(content(attach(project.api(), node, "a.pdf", SampleFiles.pdf("Words"))));

        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Content-Disposition")).startsWith("inline");
        assertThat(pdf.header("Content-Disposition")).startsWith("attachment");
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <!DOCTYPE html><html><body><script>alert(1)</script></body></html>",
        "page.txt, <!DOCTYPE html><html><body><script>alert(1)</script></body></html>",
        "picture.png, <svg onload=alert(1) />",
        "picture.svg, <svg onload=alert(1) />",
        "picture.png, These are words",
        "letter.docx, These are words",
        "script.js, alert(1)",
        "run.sh, #!/bin/sh",
        "run.bat, echo off",
        "app.hta, words",
        "app.hta., words",
        "words.exe, words",
        "empty.txt, ''"
    })
    void refusesWhatIsNotAllowedOrNotWhatItIsCalled(String name, String content) {
        TestProject project = world.project();

        Answer refused = attach(project.api(), node(project), name, content.getBytes(StandardCharsets.UTF_8))
                .mustBe(422);

        assertThat(refused.wrongFields()).containsExactly("file");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "C:/Users/ada/a.txt, a.txt",
        "invoice\u202Etxt.exe.txt, invoicetxt.exe.txt",
        "zero\u200Bwidth.txt, zerowidth.txt",
        "Gro\u0308\u00DFe.txt, Gr\u00F6\u00DFe.txt"
    })
    void makesNamesHarmless(String given, String kept) {
        TestProject project = world.project();

        assertThat(attach(project.api(), node(project), given, TEXT).mustBe(201).text("file_name"))
                .isEqualTo(kept);
    }

    @Test
    void refusesWhatIsNoUpload() {
        TestProject project = world.project();
        String node = node(project);

        assertThat(attach(project.api(), node, "x".repeat(252) + ".txt", TEXT)
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("file");
        assertThat(project.api()
                        .upload(node + "/attachments", new Upload().field("other", "x"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("file");
        project.api().post(node + "/attachments", object("file", "x")).mustBe(415);
        attach(project.api(), "/nodes/" + UUID.randomUUID(), "a.txt", TEXT).mustBe(404);
        attach(project.api(), "/comments/" + UUID.randomUUID(), "a.txt", TEXT).mustBe(404);
        project.api().get("/attachments/" + UUID.randomUUID()).mustBe(404);
        project.api().get("/attachments/no-such/content").mustBe(404);
        project.api().delete("/attachments/" + UUID.randomUUID()).mustBe(404);
    }

    @Test
    void refusesMoreThan25Megabytes() {
        TestProject project = world.project();
        byte[] large = new byte[25 * 1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'x');

        assertThat(attach(project.api(), node(project), "large.txt", large)
                        .mustBe(413)
                        .errorCode())
                .isEqualTo("too_large");
    }

    @Test
    void followsTheRightsOfTheNode() {
        TestProject project = world.project();
        Answer issue = project.issue("Documented");
        String node = "/nodes/" + issue.id();
        String onNode = "/attachments/"
                + attach(project.api(), node, "a.txt", TEXT).mustBe(201).id();
        String onComment = "/attachments/"
                + attach(project.api(), comment(project.api(), issue), "b.txt", TEXT)
                        .mustBe(201)
                        .id();
        Api viewer = project.workspace().member("VIEWER");
        Api member = project.workspace().member("MEMBER");
        Api stranger = world.as(world.person());

        attach(viewer, node, "c.txt", TEXT).mustBe(403);
        attach(stranger, node, "c.txt", TEXT).mustBe(404);
        for (String attachment : List.of(onNode, onComment)) {
            viewer.get(attachment).mustBe(200);
            viewer.get(attachment + "/content").mustBe(200);
            viewer.delete(attachment).mustBe(403);
            stranger.get(attachment).mustBe(404);
            stranger.get(attachment + "/content").mustBe(404);
            stranger.delete(attachment).mustBe(404);
        }
        stranger.get(node + "/attachments").mustBe(404);
        member.delete(onComment).mustBe(403);
        member.delete(onNode).mustBe(204);
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object(
                                "effect", "deny",
                                "action", "comment_read",
                                "role", "viewer",
                                "node_id", issue.id()))
                .mustBe(201);
        viewer.get(onComment).mustBe(403);
        viewer.get(onComment + "/content").mustBe(403);
        project.api().delete(node).mustBe(200);
        project.api().get(onComment).mustBe(404);
        project.api().get(onComment + "/content").mustBe(404);
    }

    @Test
    void removesTheBytesWithTheFile() throws Exception {
        TestProject project = world.project();
        Answer made = attach(project.api(), node(project), "a.txt", TEXT).mustBe(201);
        assertThat(kept(made.text("id"))).isEqualTo(1);

        List<Answer> answers = AtOnce.run(List.of(
                () -> project.api().delete("/attachments/" + made.id()),
                () -> project.api().delete("/attachments/" + made.id())));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 404);
        project.api().get("/attachments/" + made.id() + "/content").mustBe(404);
        await("the bytes are gone").until(() -> kept(made.text("id")) == 0);
    }

    @Test
    void removesTheBytesWithTheComment() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        String alone = comment(project.api(), issue);
        String answered = comment(project.api(), issue);
        project.api()
                .post(
                        "/nodes/" + issue.id() + "/comments",
                        object("text", "Yes", "parent_id", answered.substring("/comments/".length())))
                .mustBe(201);
        String first = attach(project.api(), alone, "a.txt", TEXT).mustBe(201).text("id");
        String second =
                attach(project.api(), answered, "b.txt", TEXT).mustBe(201).text("id");

        project.api().delete(alone).mustBe(204);
        project.api().delete(answered).mustBe(204);

        project.api().get("/attachments/" + first).mustBe(404);
        project.api().get("/attachments/" + second).mustBe(404);
        await("the bytes are gone").until(() -> kept(first) + kept(second) == 0);
    }

    @Test
    void keepsNothingOfAnUploadThatFails() {
        TestProject project = world.project();
        Answer issue = project.issue("Full");
        Person person = project.workspace().join("MEMBER");
        for (int i = 0; i < 100; i++) {
            world.stores()
                    .sql(
                            "insert into attachment (id, node_id, owner_id, file_name, object_key, mime_type, size_bytes,"
                                    + " sha256, created_at) values (gen_random_uuid(), ?, ?, 'a.txt', ?, 'text/plain', 1,"
                                    + " '00', now())",
                            issue.id(),
                            person.id(),
                            "strata-none/" + issue.id() + "/" + i);
        }

        attach(world.as(person), "/nodes/" + issue.id(), "a.txt", TEXT).mustBe(409);

        assertThat(kept(person.id().toString())).isZero();
        world.stores().sql("delete from attachment where node_id = ?", issue.id());
    }

    /** How many files there are in the object store under a name. */
    private long kept(String part) {
        try (Stream<java.nio.file.Path> files = Files.walk(world.strata().folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(part))
                    .count();
        } catch (IOException | UncheckedIOException e) {
            // something has gone while we were looking: look again
            return kept(part);
        }
    }

    private static String node(TestProject project) {
        return "/nodes/" + project.issue("Documented").id();
    }

    private static String comment(Api api, Answer node) {
        return "/comments/"
                + api.post("/nodes/" + node.id() + "/comments", object("text", "Look"))
                        .mustBe(201)
                        .id();
    }

    private static String content(Answer attachment) {
        return "/attachments/" + attachment.mustBe(201).id() + "/content";
    }

    private static Answer attach(Api api, String place, String name, byte[] content) {
        return api.upload(place + "/attachments", new Upload().file(name, "application/octet-stream", content));
    }
}

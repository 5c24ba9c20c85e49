package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class SharesIT {

    private final World world;
    private TestProject project;
    private String part;
    private String id;
    private Api api;
    private Person person;
    private Api guest;

    SharesIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeDocument() {
        project = world.project();
        part = project.component("Part").text("id");
        Vault vault = new Vault(project.workspace());
        api = vault.api();
        id = vault.add("paper.txt", "A paper to share", Map.of("node_id", part));
        vault.finished(id);
        person = world.person();
        guest = world.as(person);
    }

    @Test
    void letsSomebodyReadWhatIsSharedWithThemAndNothingElse() {
        String other = new Vault(project.workspace()).add("other.txt", "Not shared");
        guest.get("/documents/" + id).mustBe(404);

        Answer share = share("view").mustBe(200);

        assertThat(share.text("handle")).isEqualTo(person.handle());
        assertThat(guest.get("/documents/" + id + "/content").mustBe(200).text())
                .isEqualTo("A paper to share");
        guest.get("/documents/" + id + "/text").mustBe(200);
        Answer shared = guest.get("/shared-documents").mustBe(200);
        assertThat(shared.items()).hasSize(1);
        assertThat(shared.items().get(0).getJsonObject("document").getString("id"))
                .isEqualTo(id);
        guest.get("/documents/" + other).mustBe(404);
        guest.get(project.workspace().path("/documents")).mustBe(404);
        guest.get("/nodes/" + part).mustBe(404);
        guest.patch("/documents/" + id, object("title", "Mine")).mustBe(403);
        guest.delete("/documents/" + id).mustBe(403);
        guest.get("/documents/" + id + "/shares").mustBe(403);
    }

    @Test
    void letsSomebodyEditButNotDecideWhereItIs() {
        share("view").mustBe(200);
        share("edit").mustBe(200);

        assertThat(guest.patch("/documents/" + id, object("title", "Better"))
                        .mustBe(200)
                        .text("title"))
                .isEqualTo("Better");
        guest.upload(
                        "/documents/" + id + "/versions",
                        new Upload().file("paper.txt", "text/plain", SampleFiles.bytes("A better paper")))
                .mustBe(201);
        guest.put("/documents/" + id + "/folder", object()).mustBe(403);
        guest.put("/documents/" + id + "/shares/" + person.handle(), object("permission", "edit"))
                .mustBe(403);
        guest.post("/documents/" + id + "/links", object()).mustBe(403);
        assertThat(api.get("/documents/" + id + "/shares").mustBe(200).each("permission"))
                .containsExactly("edit");
    }

    @Test
    void endsWithTheShareOrTheTrash() {
        share("view").mustBe(200);
        api.delete("/documents/" + id).mustBe(204);
        guest.get("/documents/" + id).mustBe(404);
        assertThat(guest.get("/shared-documents").items()).isEmpty();
        api.post("/documents/" + id + "/restore").mustBe(200);
        guest.get("/documents/" + id).mustBe(200);

        api.delete("/documents/" + id + "/shares/" + person.handle()).mustBe(204);

        guest.get("/documents/" + id).mustBe(404);
        api.delete("/documents/" + id + "/shares/" + person.handle()).mustBe(404);
        assertThat(api.get("/audit?workspace_id=" + project.workspace().id() + "&subject_id=" + id)
                        .each("action"))
                .contains("document.shared", "document.unshared");
    }

    @Test
    void neverGoesBeforeARuleThatDenies() {
        Person member = project.workspace().join("MEMBER");
        rule("node_read", "role", "member");
        api.put("/documents/" + id + "/shares/" + member.handle(), object("permission", "edit"))
                .mustBe(200);
        share("edit").mustBe(200);

        world.as(member).get("/documents/" + id).mustBe(404);
        assertThat(world.as(member).get("/shared-documents").items()).isEmpty();
        assertThat(world.stores()
                        .numberFor(member.id(), "select count(*) from document where id = ?", UUID.fromString(id)))
                .isZero();
        guest.get("/documents/" + id).mustBe(200);
        rule("document_write", "actor_handle", person.handle());
        guest.get("/documents/" + id).mustBe(200);
        guest.patch("/documents/" + id, object("title", "Mine")).mustBe(403);
        rule("document_read", "actor_handle", person.handle());
        guest.get("/documents/" + id).mustBe(404);
        assertThat(world.stores()
                        .numberFor(person.id(), "select count(*) from document where id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void areNotForTokensWithLimits() {
        share("edit").mustBe(200);

        Api limited = ApiToken.of(world, guest, "actions", List.of("node_read", "document_read", "document_write"))
                .api();

        limited.get("/documents/" + id).mustBe(404);
        assertThat(limited.get("/shared-documents").mustBe(200).items()).isEmpty();
        guest.get("/documents/" + id).mustBe(200);
    }

    @Test
    void refusesSharesThatAreNone() {
        api.put("/documents/" + id + "/shares/nobody-" + World.word(), object("permission", "view"))
                .mustBe(404);
        assertThat(api.put("/documents/" + id + "/shares/" + person.handle(), object())
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("permission");
        api.put("/documents/" + id + "/shares/" + person.handle(), object("permission", "own"))
                .mustBe(422);
        Api viewer = project.workspace().member("VIEWER");
        viewer.put("/documents/" + id + "/shares/" + person.handle(), object("permission", "view"))
                .mustBe(403);
        viewer.post("/documents/" + id + "/links", object()).mustBe(403);
        guest.put("/documents/" + id + "/shares/" + person.handle(), object("permission", "view"))
                .mustBe(404);
        world.anonymous().get("/shared-documents").mustBe(401);
    }

    @Test
    void opensADocumentToWhoeverHasALink() {
        Answer made = link(object()).mustBe(201);
        String path = made.text("path");
        Api anybody = world.anonymous();

        Answer whole = anybody.get("/" + path).mustBe(200);
        Answer part = anybody.send(
                anybody.request("/" + path).header("Range", "bytes=2-6").GET());

        assertThat(whole.text()).isEqualTo("A paper to share");
        assertThat(whole.header("Content-Disposition")).startsWith("attachment").contains("paper.txt");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Content-Security-Policy")).contains("sandbox");
        assertThat(part.mustBe(206).text()).isEqualTo("paper");
        Answer links = api.get("/documents/" + id + "/links").mustBe(200);
        assertThat(links.items()).hasSize(1);
        assertThat(links.items().get(0).getInt("opened")).isEqualTo(1);
        assertThat(links.text()).doesNotContain(path.substring(3));
        assertThat(world.stores()
                        .number(
                                "select count(*) from document_link where document_id = ? and secret_hash = sha256(?)",
                                UUID.fromString(id),
                                path.substring(3).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(api.get("/audit?workspace_id=" + project.workspace().id() + "&subject_id=" + id)
                        .each("action"))
                .contains("document.link_made", "document.link_opened");
    }

    @Test
    void endsALinkWhenItIsOverOrRevoked() {
        String over = link(object(
                        "expires_at", Instant.now().plus(Duration.ofDays(1)).toString()))
                .mustBe(201)
                .text("path");
        String revoked = link(object()).mustBe(201).text("path");
        world.anonymous().get("/" + over).mustBe(200);
        world.stores()
                .sql(
                        "update document_link set expires_at = now() - interval '1 second' where secret_hash = sha256(?)",
                        over.substring(3).getBytes(StandardCharsets.UTF_8));
        String linkId = api.get("/documents/" + id + "/links").each("id").get(0);

        api.delete("/documents/" + id + "/links/" + linkId).mustBe(204);

        world.anonymous().get("/" + over).mustBe(404);
        world.anonymous().get("/" + revoked).mustBe(404);
        api.delete("/documents/" + id + "/links/" + linkId).mustBe(404);
        assertThat(link(object("expires_at", Instant.now().minusSeconds(9).toString()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("expires_at");
    }

    @Test
    void asksForThePasswordOfALink() {
        Answer made = link(object("password", "correct horse")).mustBe(201);
        Api anybody = world.anonymous();
        String path = "/" + made.text("path");

        Answer asked = anybody.get(path).mustBe(401);

        assertThat(asked.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(withPassword(path, "wrong horse").mustBe(401).errorCode()).isEqualTo("unauthenticated");
        assertThat(withPassword(path, "correct horse").mustBe(200).text()).isEqualTo("A paper to share");
        for (int i = 0; i < 6; i++) {
            withPassword(path, "wrong horse " + i);
        }
        Answer paused = withPassword(path, "correct horse").mustBe(429);
        assertThat(paused.header("Retry-After")).isNotNull();
        assertThat(link(object("password", "short")).mustBe(422).wrongFields()).containsExactly("password");
    }

    @Test
    void letsALinkReadNoMoreThanItsMaker() {
        Person member = project.workspace().join("MEMBER");
        String path = world.as(member)
                .post("/documents/" + id + "/links", object())
                .mustBe(201)
                .text("path");
        world.anonymous().get("/" + path).mustBe(200);

        rule("node_read", "actor_handle", member.handle());

        world.anonymous().get("/" + path).mustBe(404);
    }

    private Answer withPassword(String path, String password) {
        String basic = Base64.getEncoder().encodeToString((":" + password).getBytes(StandardCharsets.UTF_8));
        Api anybody = world.anonymous();
        return anybody.send(
                anybody.request(path).header("Authorization", "Basic " + basic).GET());
    }

    private Answer link(Map<String, Object> request) {
        return api.post("/documents/" + id + "/links", request);
    }

    private Answer share(String permission) {
        return api.put("/documents/" + id + "/shares/" + person.handle(), object("permission", permission));
    }

    private void rule(String action, String subject, String who) {
        api.post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", action, subject, who, "node_id", part))
                .mustBe(201);
    }
}

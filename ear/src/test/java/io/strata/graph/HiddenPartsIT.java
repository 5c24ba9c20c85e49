package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rule hides from somebody is in no answer, is counted in none, and none leads through it. */
@AgainstStrata
class HiddenPartsIT {

    private final World world;
    private TestProject project;
    private Answer secret;
    private Api member;

    HiddenPartsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void hideASubtree() {
        project = world.project();
        secret = project.component("Secret part");
        member = project.workspace().member("MEMBER");
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object(
                                "effect", "deny",
                                "action", "node_read",
                                "role", "member",
                                "node_id", secret.id(),
                                "reach", "subtree"))
                .mustBe(201);
    }

    @Test
    void isInNoSubtree() {
        Answer work = project.create("issue", "Secret work", secret.id());
        Answer open = project.issue("Open");
        project.link(open, "relates_to", work);

        Answer subtree = member.get("/nodes/" + project.rootId() + "/subtree?layers=1,2,3")
                .mustBe(200);

        assertThat(subtree.items()).hasSize(1);
        assertThat(subtree.json().getJsonArray("edges")).hasSize(1);
        assertThat(subtree.text()).doesNotContain("Secret", work.text("id"));
        member.get("/nodes/" + work.id() + "/ancestors").mustBe(404);
        project.api().delete("/nodes/" + open.id()).mustBe(200);
        assertThat(member.get("/nodes/" + project.rootId() + "/subtree").items())
                .isEmpty();
    }

    @Test
    void isNobodysLeafAndNobodysNeighbour() {
        Answer open = project.issue("Open");
        Answer work = project.create("issue", "Secret work", secret.id());
        Answer far = project.issue("Far");
        project.link(open, "blocks", work);
        project.link(work, "blocks", far);

        Answer neighbours = member.get("/nodes/" + open.id() + "/neighbours?hops=5&layers=2")
                .mustBe(200);

        assertThat(neighbours.items()).isEmpty();
        assertThat(neighbours.json().getJsonArray("edges")).isEmpty();
        assertThat(project.api()
                        .get("/nodes/" + open.id() + "/neighbours?hops=5&layers=2")
                        .items())
                .hasSize(2);
    }

    @Test
    void isOnNoPath() {
        Answer one = project.component("One");
        Answer two = project.component("Two");
        project.link(one, "depends_on", secret);
        project.link(secret, "depends_on", two);
        String path = "/paths?layers=3&from=" + one.id() + "&to=" + two.id();

        assertThat(project.api().get(path).json().getJsonArray("nodes")).hasSize(3);
        assertThat(member.get(path).mustBe(200).json().getJsonArray("nodes")).isEmpty();
        Answer detour = project.component("Detour");
        Answer second = project.component("Second");
        project.link(one, "imports", detour);
        project.link(detour, "imports", second);
        project.link(second, "imports", two);
        assertThat(member.get(path).json().getJsonArray("nodes").getValuesAs(JsonObject.class))
                .extracting(node -> node.getString("title"))
                .containsExactly("One", "Detour", "Second", "Two");
        member.get("/paths?from=" + one.id() + "&to=" + secret.id()).mustBe(404);
    }

    @Test
    void hasNoImpact() {
        Answer one = project.component("One");
        Answer two = project.component("Two");
        project.link(secret, "depends_on", one);
        project.link(two, "depends_on", secret);
        project.create("issue", "Secret work", secret.id());

        Answer impact = member.get("/nodes/" + one.id() + "/impact").mustBe(200);

        assertThat(impact.items()).isEmpty();
        assertThat(impact.json().getInt("open_issues")).isZero();
        assertThat(project.api().get("/nodes/" + one.id() + "/impact").items()).hasSize(2);
    }

    @Test
    void blocksNothingAndIsPartOfNoChain() {
        Answer work = project.create("issue", "Secret work", secret.id());
        Answer open = project.issue("Open");
        project.link(work, "blocks", open);
        project.api().patch("/nodes/" + work.id(), object("estimate", 100)).mustBe(200);

        assertThat(member.get("/nodes/" + project.rootId() + "/unblocked").each("title"))
                .containsExactly("Open");
        Answer path =
                member.get("/nodes/" + project.rootId() + "/critical-path").mustBe(200);
        assertThat(path.json().getInt("issues")).isEqualTo(1);
        assertThat(path.json().getJsonNumber("length").doubleValue()).isEqualTo(1);
        assertThat(project.api()
                        .get("/nodes/" + project.rootId() + "/critical-path")
                        .json()
                        .getInt("issues"))
                .isEqualTo(2);
    }

    @Test
    void isNeitherCountedNorExported() {
        Answer cycle = project.api()
                .post(
                        project.path("/cycles"),
                        object("name", "Cycle", "start_date", "2026-12-01", "end_date", "2026-12-14"))
                .mustBe(201);
        Answer work = project.create("issue", "Secret work", secret.id());
        Answer open = project.issue("Open");
        project.link(open, "relates_to", work);
        for (Answer issue : List.of(work, open)) {
            project.api()
                    .patch("/nodes/" + issue.id(), object("cycle_id", cycle.id()))
                    .mustBe(200);
            project.api()
                    .post("/nodes/" + issue.id() + "/comments", object("text", "Words"))
                    .mustBe(201);
        }

        assertThat(member.get("/cycles/" + cycle.id()).mustBe(200).json().getInt("issues"))
                .isEqualTo(1);
        JsonObject exported = member.get(project.path("/export")).mustBe(200).json();
        assertThat(exported.toString()).doesNotContain("Secret", work.text("short_id"), work.text("id"));
        assertThat(exported.getJsonArray("nodes")).hasSize(1);
        assertThat(exported.getJsonArray("links")).isEmpty();
        assertThat(exported.getJsonArray("comments")).hasSize(1);
        assertThat(member.get(project.path("/export?format=csv")).text()).doesNotContain("Secret");
    }

    @Test
    void mentionsNobodyWhoDoesNotSeeIt() {
        Answer work = project.create("issue", "Secret work", secret.id());
        Person reader = project.workspace().join("ADMIN");
        Person blind = project.workspace().join("MEMBER");
        Answer comment = project.api()
                .post(
                        "/nodes/" + work.id() + "/comments",
                        object("text", "@" + reader.handle() + " and @" + blind.handle()))
                .mustBe(201);

        assertThat(comment.json().getJsonArray("mentions")).hasSize(1);
        assertThat(world.as(blind).get("/mentions").mustBe(200).items()).isEmpty();
        assertThat(world.as(reader).get("/mentions").mustBe(200).items()).hasSize(1);
        member.get("/comments/" + comment.id() + "/history").mustBe(404);
        for (String part : List.of("reactions", "history", "attachments", "artifacts", "watchers")) {
            member.get("/nodes/" + work.id() + "/" + part).mustBe(404);
        }
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "admin", "node_id", secret.id()))
                .mustBe(201);
        assertThat(world.as(reader).get("/mentions").mustBe(200).items()).isEmpty();
    }

    @Test
    void isNotFound() {
        String word = World.word();
        Answer work = project.create("issue", "Secret " + word, secret.id());
        project.api()
                .patch("/nodes/" + work.id(), object("description", "Words about " + word))
                .mustBe(200);
        project.api()
                .post("/nodes/" + work.id() + "/comments", object("text", "Said of " + word))
                .mustBe(201);
        Answer open = project.issue("Open " + word);
        project.api()
                .post("/nodes/" + open.id() + "/comments", object("text", "Said of " + word))
                .mustBe(201);

        Answer found = member.get("/search?q=" + word).mustBe(200);

        assertThat(found.items()).hasSize(2);
        assertThat(found.json().getInt("total")).isEqualTo(2);
        assertThat(found.text()).doesNotContain("Secret", work.text("id"), "Words about");
        assertThat(project.api().get("/search?q=" + word).json().getInt("total"))
                .isEqualTo(4);
        assertThat(member.get("/search/groups?q=" + word).mustBe(200).items())
                .allSatisfy(group -> assertThat(group.getInt("total")).isEqualTo(1));
        assertThat(member.get("/search/palette").text()).doesNotContain("Secret");
        assertThat(member.get("/search?q=" + work.text("short_id")).text()).doesNotContain(work.text("id"));
        member.get("/search?below=" + secret.id()).mustBe(404);
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "comment_read", "role", "member", "node_id", open.id()))
                .mustBe(201);
        assertThat(member.get("/search?q=" + word).mustBe(200).each("kind")).containsExactly("issue");
        project.api()
                .post("/nodes/" + open.id() + "/move", object("parent_id", secret.id()))
                .mustBe(200);
        assertThat(member.get("/search?q=" + word).mustBe(200).items()).isEmpty();
    }

    @Test
    void cannotBeChangedWithOthers() {
        Answer open = project.issue("Open");

        Answer refused = member.post(
                        project.path("/nodes/bulk"),
                        object(
                                "items",
                                List.of(
                                        object("op", "patch", "node", open.id(), "changes", object("title", "Mine")),
                                        object("op", "delete", "node", secret.id()))))
                .mustBe(422);

        assertThat(refused.wrongFields()).containsExactly("items[1]");
        assertThat(project.api().get("/nodes/" + secret.id()).status()).isEqualTo(200);
    }
}

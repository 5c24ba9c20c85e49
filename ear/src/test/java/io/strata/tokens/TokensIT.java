package io.strata.tokens;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.AtOnce;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class TokensIT {

    private final World world;
    private TestProject project;
    private Person person;
    private Api member;
    private Answer mine;
    private Answer others;

    TokensIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        person = project.workspace().join("MEMBER");
        member = world.as(person);
        mine = project.component("Mine");
        others = project.component("Others");
    }

    @Test
    void isShownOnceAndKeptAsAHash() throws Exception {
        Answer made = member.post("/account/tokens", ApiToken.request("name", "Nightly report"))
                .mustBe(201);
        String secret = made.text("secret");

        assertThat(secret).matches("strata_token_[A-Za-z0-9_-]{43}[0-9a-f]{8}");
        Answer list = member.get("/account/tokens").mustBe(200);
        assertThat(list.each("name")).containsExactly("Nightly report");
        assertThat(list.text()).doesNotContain(secret);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> row = world.stores()
                .rows("select * from api_token where actor_id = ?", person.id())
                .get(0);
        assertThat((byte[]) row.get("token_hash")).isEqualTo(hash);
        assertThat(row.values().toString()).doesNotContain(secret);
        assertThat(world.stores()
                        .number("select count(*) from audit_log where state_after::text like ?", "%" + secret + "%"))
                .isZero();
    }

    @Test
    void actsAsItsOwnerAndTellsItsLimits() {
        ApiToken token = ApiToken.of(
                world, member, "nodes", List.of(mine.text("short_id")), "actions", List.of("node_read", "node_write"));

        JsonObject me = token.api().get("/auth/me").mustBe(200).json();

        assertThat(me.getString("handle")).isEqualTo(person.handle());
        assertThat(me.getJsonObject("token").getBoolean("everywhere")).isFalse();
        assertThat(me.getJsonObject("token").getJsonArray("actions").toString()).contains("node_read", "node_write");
    }

    @Test
    void reachesItsPlacesAndNothingElse() {
        Answer inside = project.create("issue", "Work inside", mine.id());
        Answer outside = project.create("issue", "Work outside", others.id());
        project.link(inside, "relates_to", outside);
        Api script = ApiToken.of(world, member, "nodes", List.of(mine.id())).api();

        assertThat(ids(script.get(project.path("/nodes")))).containsExactlyInAnyOrder(mine.id(), inside.id());
        Answer shown = script.get("/nodes/" + inside.id()).mustBe(200);
        assertThat(shown.text())
                .doesNotContain("outside", "Others", project.rootId().toString());
        for (UUID hidden : List.of(others.id(), outside.id(), project.rootId())) {
            script.get("/nodes/" + hidden).mustBe(404);
            script.patch("/nodes/" + hidden, object("title", "Taken")).mustBe(404);
            script.get("/nodes/" + hidden + "/comments").mustBe(404);
        }
        script.patch("/nodes/" + inside.id(), object("title", "Work done")).mustBe(200);
        script.post(project.path("/nodes"), object("kind", "issue", "title", "New", "parent_id", mine.id()))
                .mustBe(201);
        assertThat(script.post(
                                project.path("/nodes"),
                                object("kind", "issue", "title", "New", "parent_id", others.id()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("parent_id");
        assertThat(script.post("/nodes/" + inside.id() + "/move", object("parent_id", others.id()))
                        .status())
                .isIn(404, 422);
        assertThat(script.get(project.path("/export")).mustBe(200).text()).doesNotContain("outside", "Others");
        assertThat(ids(script.get("/workspaces")))
                .containsExactly(project.workspace().id());
        script.get(project.workspace().path("/members")).mustBe(403);
        TestProject elsewhere = world.project();
        world.stores()
                .sql(
                        "insert into membership (workspace_id, actor_id, role) values (?, ?, 'MEMBER')",
                        elsewhere.workspace().id(),
                        person.id());
        member.get(elsewhere.path("")).mustBe(200);
        script.get(elsewhere.path("")).mustBe(404);
        script.get(elsewhere.workspace().path("/members")).mustBe(404);
    }

    @Test
    void findsTheDocumentsOfItsPlacesOnly() {
        String word = World.word();
        String documents = project.workspace().path("/documents");
        for (Answer node : List.of(mine, others)) {
            project.api()
                    .upload(
                            documents,
                            new Upload()
                                    .field("node_id", node.id().toString())
                                    .file(
                                            word + ".txt",
                                            "text/plain",
                                            node.text("title").getBytes(StandardCharsets.UTF_8)))
                    .mustBe(202);
        }
        Api script = ApiToken.of(world, member, "nodes", List.of(mine.id())).api();
        Api nodesOnly =
                ApiToken.of(world, member, "actions", List.of("node_read")).api();

        assertThat(member.get(documents).mustBe(200).items()).hasSize(2);
        assertThat(script.get(documents).mustBe(200).each("node_id"))
                .containsExactly(mine.id().toString());
        nodesOnly.get(documents).mustBe(403);
    }

    @Test
    void reachesAWorkspaceAsAWhole() {
        TestProject elsewhere = world.project();
        world.stores()
                .sql(
                        "insert into membership (workspace_id, actor_id, role) values (?, ?, 'MEMBER')",
                        elsewhere.workspace().id(),
                        person.id());
        Api script = ApiToken.of(
                        world, member, "workspaces", List.of(project.workspace().id()))
                .api();

        assertThat(ids(script.get(project.path("/nodes"))))
                .containsExactlyInAnyOrder(project.rootId(), mine.id(), others.id());
        script.get(project.workspace().path("/members")).mustBe(200);
        script.get(elsewhere.path("/nodes")).mustBe(404);
    }

    @Test
    void isForItsActionsOnly() {
        Api reader = ApiToken.of(world, member, "actions", List.of("node_read", "comment_read"))
                .api();

        reader.get("/nodes/" + mine.id()).mustBe(200);
        reader.get("/nodes/" + mine.id() + "/comments").mustBe(200);
        reader.get(project.path("")).mustBe(200);
        reader.get(project.workspace().path("/members")).mustBe(403);
        assertThat(reader.patch("/nodes/" + mine.id(), object("title", "Taken"))
                        .mustBe(403)
                        .errorCode())
                .isEqualTo("forbidden");
        reader.post("/nodes/" + mine.id() + "/comments", object("text", "Hello"))
                .mustBe(403);
        reader.delete("/nodes/" + mine.id()).mustBe(403);
        assertThat(world.stores()
                        .number(
                                "select count(*) from audit_log where actor_id = ? and action = 'refused.node_write'",
                                person.id()))
                .isEqualTo(1);
    }

    @Test
    void neverAllowsMoreThanItsOwner() {
        Person viewer = project.workspace().join("VIEWER");
        Api script = ApiToken.of(
                        world,
                        world.as(viewer),
                        "actions",
                        List.of("node_read", "node_write"),
                        "nodes",
                        List.of(mine.id()))
                .api();
        script.patch("/nodes/" + mine.id(), object("title", "Taken")).mustBe(403);
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "viewer", "node_id", mine.id()))
                .mustBe(201);

        script.get("/nodes/" + mine.id()).mustBe(404);
    }

    @Test
    void limitsAdministratorsOfTheInstallationToo() {
        Api placed = ApiToken.of(world, world.administrator(), "nodes", List.of(mine.id()))
                .api();
        Api reading = ApiToken.of(world, world.administrator(), "actions", List.of("node_read", "workspace_read"))
                .api();
        Api free = ApiToken.of(world, world.administrator()).api();

        placed.get("/nodes/" + mine.id()).mustBe(200);
        placed.get("/nodes/" + others.id()).mustBe(404);
        placed.get("/actors").mustBe(403);
        reading.get("/nodes/" + others.id()).mustBe(200);
        reading.patch("/nodes/" + others.id(), object("title", "Taken")).mustBe(403);
        reading.get("/actors").mustBe(403);
        free.get("/actors?limit=1").mustBe(200);
    }

    @Test
    void neverBecomesAnyMorePowerful() {
        for (Api script : List.of(
                ApiToken.of(world, member).api(),
                ApiToken.of(world, member, "nodes", List.of(mine.id())).api())) {
            script.post("/account/tokens", ApiToken.request()).mustBe(403);
            script.get("/account/tokens").mustBe(403);
            script.get("/account").mustBe(403);
            script.put("/account/password", object("current_password", "a", "password", "b"))
                    .mustBe(403);
            script.delete("/account/sign-ins").mustBe(403);
        }
        ApiToken.of(world, member, "nodes", List.of(mine.id()))
                .api()
                .post("/workspaces", object("name", "Mine"))
                .mustBe(403);
        ApiToken.of(world, member)
                .api()
                .post("/workspaces", object("name", "Mine"))
                .mustBe(201);
    }

    @Test
    void isRefusedAsSoonAsItIsRevoked() {
        ApiToken token = ApiToken.of(world, member);
        token.api().get("/nodes/" + mine.id()).mustBe(200);
        world.as(world.person()).delete("/tokens/" + token.id()).mustBe(404);
        token.api().delete("/tokens/" + token.id()).mustBe(403);

        member.delete("/tokens/" + token.id()).mustBe(204);

        assertThat(token.api().get("/nodes/" + mine.id()).mustBe(401).errorCode())
                .isEqualTo("unauthenticated");
        member.delete("/tokens/" + token.id()).mustBe(409);
        assertThat(member.get("/account/tokens").items().get(0).getString("status"))
                .isEqualTo("revoked");
        token.api().get("/auth/me").mustBe(401);
        assertThat(actions(token)).containsExactly("token.created", "token.revoked", "token.refused");
    }

    @Test
    void isNamedByTheEntriesOfWhatItHasDone() {
        ApiToken token = ApiToken.of(world, member, "actions", List.of("node_read", "node_write"));
        token.api()
                .patch("/nodes/" + mine.id(), object("title", "Done by a script"))
                .mustBe(200);
        token.api().delete("/nodes/" + mine.id()).mustBe(403);
        member.patch("/nodes/" + mine.id(), object("title", "Done by hand")).mustBe(200);

        List<JsonObject> entries = project.api()
                .get("/audit?workspace_id=" + project.workspace().id() + "&subject_id=" + mine.id())
                .mustBe(200)
                .items();

        assertThat(entries)
                .extracting(entry -> entry.getString("action") + " " + entry.getString("token_id", "by hand"))
                .contains("node.changed " + token.id(), "refused.node_delete " + token.id(), "node.changed by hand");
    }

    @Test
    void isSeenAndRevokedByAdministrators() {
        ApiToken token = ApiToken.of(world, member, "name", "Forgotten " + World.word());

        assertThat(world.administrator().get("/tokens?limit=200").mustBe(200).each("id"))
                .contains(token.id().toString());
        member.get("/tokens").mustBe(403);
        world.anonymous().get("/tokens").mustBe(401);
        world.administrator().delete("/tokens/" + token.id()).mustBe(204);

        token.api().get("/auth/me").mustBe(401);
        world.administrator().delete("/tokens/" + UUID.randomUUID()).mustBe(404);
    }

    @Test
    void isRefusedWhileItsOwnerIsDeactivated() {
        ApiToken token = ApiToken.of(world, member);
        world.administrator().post("/actors/" + person.id() + "/deactivate").mustBe(200);
        token.api().get("/auth/me").mustBe(401);

        world.administrator().post("/actors/" + person.id() + "/reactivate").mustBe(200);

        token.api().get("/auth/me").mustBe(200);
    }

    @Test
    void endsWithItsTime() {
        ApiToken token = ApiToken.of(world, member);
        world.stores().sql("update api_token set expires_at = now() - interval '1 second' where id = ?", token.id());

        token.api().get("/auth/me").mustBe(401);
        assertThat(member.get("/account/tokens").items().get(0).getString("status"))
                .isEqualTo("expired");
    }

    @Test
    void reachesNothingOnceItsPlacesAreGone() {
        ApiToken token = ApiToken.of(world, member, "nodes", List.of(mine.id()));
        world.stores().sql("delete from api_token_place where token_id = ?", token.id());

        token.api().get("/nodes/" + mine.id()).mustBe(404);
        token.api().get("/nodes/" + others.id()).mustBe(404);
    }

    @Test
    void followsWhatIsMoved() {
        Answer wanderer = project.create("issue", "Wanderer", others.id());
        Api script = ApiToken.of(world, member, "nodes", List.of(mine.id())).api();
        script.get("/nodes/" + wanderer.id()).mustBe(404);

        project.api()
                .post("/nodes/" + wanderer.id() + "/move", object("parent_id", mine.id()))
                .mustBe(200);

        script.get("/nodes/" + wanderer.id()).mustBe(200);
    }

    @Test
    void notesItsLastUseWithoutAWritePerRequest() {
        ApiToken token = ApiToken.of(world, member);
        assertThat(member.get("/account/tokens").items().get(0).containsKey("last_used_at"))
                .isFalse();

        token.api().get("/auth/me").mustBe(200);
        String first = member.get("/account/tokens").items().get(0).getString("last_used_at");
        token.api().get("/auth/me").mustBe(200);

        assertThat(member.get("/account/tokens").items().get(0).getString("last_used_at"))
                .isEqualTo(first);
    }

    @Test
    void makesAsManyChangesInADayAsItMay() {
        ApiToken token = ApiToken.of(world, member, "daily_changes", 2);
        String node = "/nodes/" + mine.id();
        token.api().patch(node, object("title", "First")).mustBe(200);
        token.api().patch(node, object("title", "")).mustBe(422);
        token.api().post(node + "/comments", object("text", "Second")).mustBe(201);

        Answer third = token.api().patch(node, object("title", "Third")).mustBe(429);

        assertThat(third.errorCode()).isEqualTo("budget_exhausted");
        assertThat(third.text()).contains("T00:00:00Z");
        assertThat(Long.parseLong(third.header("Retry-After"))).isBetween(1L, 86_400L);
        token.api().get(node).mustBe(200);
        assertThat(member.get(node).json().getJsonObject("node").getString("title"))
                .isEqualTo("First");
        assertThat(member.get("/account/tokens").items().get(0).getInt("changes_today"))
                .isEqualTo(2);
        assertThat(world.stores()
                        .number(
                                "select count(*) from audit_log where actor_id = ? and state_after->>'answer' = ?",
                                person.id(),
                                "budget_exhausted"))
                .isEqualTo(1);

        world.stores().sql("update api_token_day set day = day - 1 where token_id = ?", token.id());
        token.api().patch(node, object("title", "Next day")).mustBe(200);
    }

    @Test
    void countsEachItemOfABulkChange() {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID issue = project.issue("Issue " + i).id();
            items.add(object("op", "patch", "node", issue, "changes", object("labels", List.of("done"))));
        }
        ApiToken token = ApiToken.of(world, member, "daily_changes", 3);

        Answer all = token.api().post(project.path("/nodes/bulk"), object("items", items));
        Answer each = token.api().post(project.path("/nodes/bulk?mode=each"), object("items", items));

        assertThat(all.mustBe(429).errorCode()).isEqualTo("budget_exhausted");
        assertThat(each.mustBe(200).items())
                .filteredOn(item -> item.containsKey("node"))
                .hasSize(3);
        assertThat(each.items().get(3).getJsonObject("error").getString("code")).isEqualTo("budget_exhausted");
    }

    @Test
    void countsExactlyWhenManyChangesComeAtOnce() throws Exception {
        ApiToken token = ApiToken.of(world, member, "daily_changes", 5);
        Callable<Integer> change = () -> token.api()
                .post(project.path("/nodes"), object("kind", "issue", "title", "At once", "parent_id", mine.id()))
                .status();

        List<Integer> answers = AtOnce.run(Collections.nCopies(12, change));

        assertThat(answers).containsOnly(201, 429);
        assertThat(Collections.frequency(answers, 201)).isEqualTo(5);
        assertThat(member.get("/nodes/" + mine.id()).json().getInt("child_count"))
                .isEqualTo(5);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        Answer wrong = member.post(
                        "/account/tokens",
                        object(
                                "name",
                                " ",
                                "actions",
                                List.of("node_write", "system_read"),
                                "nodes",
                                Collections.nCopies(21, "A-1"),
                                "daily_changes",
                                0))
                .mustBe(422);
        assertThat(wrong.wrongFields())
                .contains("name", "expires_in_days", "actions", "nodes", "daily_changes")
                .doesNotContain("workspaces");
        assertThat(refused("expires_in_days", 366)).containsExactly("expires_in_days");
        assertThat(refused("expires_in_days", 0)).containsExactly("expires_in_days");
        assertThat(refused("actions", List.of())).containsExactly("actions");
        assertThat(refused("actions", List.of("fly"))).isNotEmpty();
        assertThat(refused("nodes", List.of("NONE-1"))).containsExactly("nodes");
        assertThat(refused("nodes", List.of(world.project().rootId()))).containsExactly("nodes");
        assertThat(refused("workspaces", List.of(UUID.randomUUID()))).containsExactly("workspaces");
        member.post("/account/tokens", "{").mustBe(400);
        world.anonymous().post("/account/tokens", ApiToken.request()).mustBe(401);
    }

    @Test
    void hasALimitedNumberOfSiblings() {
        Person busy = project.workspace().join("VIEWER");
        for (int i = 0; i < 50; i++) {
            ApiToken.of(world, world.as(busy));
        }

        world.as(busy).post("/account/tokens", ApiToken.request()).mustBe(409);
    }

    @Test
    void isNamedWhenItIsWhatRefuses() {
        ApiToken token = ApiToken.of(
                world,
                member,
                "name",
                "Nightly",
                "nodes",
                List.of(mine.id()),
                "actions",
                List.of("node_read", "node_write"));

        JsonObject place = why(project.api(), others, "node_read", token);
        JsonObject action = why(project.api(), mine, "comment_write", token);
        JsonObject allowed = why(project.api(), mine, "node_write", token);
        JsonObject own = why(token.api(), mine, "comment_write", null);

        assertThat(place.getBoolean("allowed")).isFalse();
        assertThat(place.getString("because")).isEqualTo("token_place");
        assertThat(place.getString("sentence")).contains("Nightly", mine.text("short_id"));
        assertThat(place.getJsonObject("token").getString("name")).isEqualTo("Nightly");
        assertThat(action.getString("because")).isEqualTo("token_action");
        assertThat(action.getString("sentence")).contains("node_read, node_write");
        assertThat(allowed.getBoolean("allowed")).isTrue();
        assertThat(own.getString("because")).isEqualTo("token_action");
        project.api()
                .get("/nodes/" + mine.id() + "/access/explain?actor=" + person.handle() + "&token=" + UUID.randomUUID())
                .mustBe(422);
    }

    private JsonObject why(Api asking, Answer node, String action, ApiToken token) {
        String about = token == null ? "" : "&actor=" + person.handle() + "&token=" + token.id();
        return asking.get("/nodes/" + node.id() + "/access/explain?action=" + action + about)
                .mustBe(200)
                .json();
    }

    private List<String> refused(String field, Object value) {
        return member.post("/account/tokens", ApiToken.request(field, value))
                .mustBe(422)
                .wrongFields();
    }

    private List<String> actions(ApiToken token) {
        return world
                .stores()
                .rows(
                        "select action from audit_log where subject_id = ? and action like 'token.%' order by id",
                        token.id())
                .stream()
                .map(row -> (String) row.get("action"))
                .toList();
    }

    private static List<UUID> ids(Answer list) {
        return list.mustBe(200).each("id").stream().map(UUID::fromString).toList();
    }
}

package io.strata.realtime;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.Account;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.AtOnce;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Events over WebSocket. */
@AgainstStrata
class FollowingIT {

    private static final int WRITERS = 8;
    private static final int ISSUES_EACH = 12;

    private final World world;

    FollowingIT(World world) {
        this.world = world;
    }

    @Test
    void tellsTwoFollowersWhatHappensOnTheirChannels() {
        TestProject project = world.project();
        TestProject other = world.project();
        Answer watched = project.issue("Watched");
        Answer unwatched = project.issue("Unwatched");
        Person assignee = project.workspace().join("MEMBER");
        try (Follower everything = follow(project.api(), "project:" + project.id());
                Follower some = follow(world.as(assignee), "node:" + watched.text("short_id"), "user:me")) {
            assertThat(some.of("subscribed").get(0).getJsonArray("channels").toString())
                    .contains("node:" + watched.id(), "user:" + assignee.id());

            other.issue("In another project");
            project.api()
                    .patch("/nodes/" + unwatched.id(), object("title", "Still unwatched"))
                    .mustBe(200);
            project.api()
                    .post("/nodes/" + watched.id() + "/comments", object("text", "Look"))
                    .mustBe(201);
            project.link(watched, "blocks", unwatched);
            project.api()
                    .patch("/nodes/" + unwatched.id(), object("assignee_id", assignee.id()))
                    .mustBe(200);
            project.api().delete("/nodes/" + unwatched.id()).mustBe(200);

            await("all events").until(() -> everything.events().size() == 6);
            assertThat(types(everything.events()))
                    .containsExactly(
                            "node.changed",
                            "comment.created",
                            "link.created",
                            "node.changed",
                            "assignment.changed",
                            "node.deleted");
            await("their part").until(() -> some.events().size() == 3);
            assertThat(types(some.events())).containsExactly("comment.created", "link.created", "assignment.changed");
            JsonObject assignment = some.events().get(2);
            assertThat(assignment.getString("subject_id")).isEqualTo(unwatched.text("id"));
            assertThat(assignment.getJsonObject("data").getString("assignee_id"))
                    .isEqualTo(assignee.id().toString());
            assertThat(everything.text()).doesNotContain("In another project");
        }
    }

    @Test
    void tellsNothingOfHiddenParts() {
        TestProject project = world.project();
        Answer secret = project.component("Secret part");
        Answer open = project.issue("Open work");
        Person member = project.workspace().join("MEMBER");
        deny(project, "node_read", secret);
        Answer silent = project.component("Silent part");
        deny(project, "comment_read", silent);
        try (Follower follower = follow(world.as(member), "project:" + project.id())) {
            project.create("issue", "Secret work", secret.id());
            project.link(open, "relates_to", project.create("issue", "Also secret", secret.id()));
            project.api()
                    .post("/nodes/" + silent.id() + "/comments", object("text", "Whispered"))
                    .mustBe(201);
            project.api()
                    .post("/nodes/" + open.id() + "/move", object("parent_id", secret.id()))
                    .mustBe(200);
            project.issue("The last one");

            follower.awaitEvent("The last one");

            assertThat(follower.events()).hasSize(1);
        }
    }

    /** Every connection is cut in the middle of things, and the next goes on from the last event that was seen. */
    @Test
    void goesOnWithoutLossAndDoublesWhileManyWrite() {
        TestProject project = world.project();
        Set<String> created = new HashSet<>();
        List<JsonObject> heard = new ArrayList<>();
        Follower follower = follow(project.api(), "project:" + project.id());
        long start = follower.of("subscribed").get(0).getJsonNumber("sequence").longValue();
        CompletableFuture<Set<String>> writing = CompletableFuture.supplyAsync(() -> write(project));
        while (heard.size() < 2 * WRITERS * ISSUES_EACH) {
            Follower current = follower;
            int enough = Math.min(17, 2 * WRITERS * ISSUES_EACH - heard.size());
            await("some events").until(() -> current.events().size() >= enough);
            follower.cut();
            heard.addAll(follower.events());
            long last = heard.get(heard.size() - 1).getJsonNumber("sequence").longValue();
            assertThat(last).isGreaterThan(start);
            follower = Follower.of(world, project.api()).followAfter(last, "project:" + project.id());
        }
        created.addAll(writing.join());
        project.issue("The end");
        follower.awaitEvent("The end");
        heard.addAll(follower.events().stream()
                .filter(event -> !event.toString().contains("The end"))
                .toList());
        follower.close();

        assertThat(heard).hasSize(2 * WRITERS * ISSUES_EACH);
        assertThat(heard).extracting(event -> event.getString("id")).doesNotHaveDuplicates();
        assertThat(heard.stream()
                        .map(event -> event.getJsonNumber("sequence").longValue())
                        .toList())
                .isSorted();
        for (String node : created) {
            assertThat(types(heard.stream()
                            .filter(event -> event.getString("subject_id").equals(node))
                            .toList()))
                    .as(node)
                    .containsExactly("node.created", "node.status_changed");
        }
    }

    @Test
    void fallsSilentWhenARuleHidesWhatIsFollowed() {
        TestProject project = world.project();
        Answer part = project.component("Part");
        Person member = project.workspace().join("MEMBER");
        try (Follower follower = follow(world.as(member), "project:" + project.id(), "node:" + part.id())) {
            project.create("issue", "Before the rule", part.id());
            follower.awaitEvent("Before the rule");

            deny(project, "node_read", part);
            project.create("issue", "After the rule", part.id());
            project.issue("Elsewhere");

            follower.awaitEvent("Elsewhere");
            assertThat(follower.text()).doesNotContain("After the rule");
        }
    }

    @Test
    void fallsSilentWhenTheMembershipEnds() {
        TestProject project = world.project();
        TestProject kept = world.project();
        Person member = project.workspace().join("MEMBER");
        world.stores()
                .sql(
                        "insert into membership (workspace_id, actor_id, role) values (?, ?, 'MEMBER')",
                        kept.workspace().id(),
                        member.id());
        try (Follower follower = follow(world.as(member))) {
            project.issue("As a member");
            follower.awaitEvent("As a member");

            project.api()
                    .delete(project.workspace().path("/members/" + member.id()))
                    .mustBe(204);
            project.issue("As a stranger");
            kept.issue("In the other workspace");

            follower.awaitEvent("In the other workspace");
            assertThat(follower.text()).doesNotContain("As a stranger");
        }
    }

    @Test
    void endsWithTheSignInAndWithTheAccount() {
        TestProject project = world.project();
        Account leaving = world.account();
        Account dismissed = world.account();
        for (Account account : List.of(leaving, dismissed)) {
            project.api()
                    .post(project.workspace().path("/members"), object("handle", account.handle(), "role", "member"))
                    .mustBe(201);
        }
        Api api = leaving.api();
        try (Follower signedOut = follow(api, "project:" + project.id());
                Follower deactivated = follow(dismissed.api(), "project:" + project.id())) {
            project.issue("While signed in");
            signedOut.awaitEvent("While signed in");
            deactivated.awaitEvent("While signed in");

            api.post("/auth/logout").mustBe(204);
            world.administrator()
                    .post("/actors/" + dismissed.id() + "/deactivate")
                    .mustBe(200);
            project.issue("Afterwards");

            await("the ends").until(() -> signedOut.closeCode() != 0 && deactivated.closeCode() != 0);
            assertThat(signedOut.closeCode()).isEqualTo(4401);
            assertThat(deactivated.closeCode()).isEqualTo(4401);
            assertThat(signedOut.text() + deactivated.text()).doesNotContain("Afterwards");
        }
    }

    @Test
    void keepsToTheLimitsOfAnApiTokenAndEndsWithIt() {
        TestProject project = world.project();
        Answer part = project.component("Part");
        ApiToken token = ApiToken.of(world, project.api(), "nodes", List.of(part.id()));
        try (Follower everything = follow(token.api());
                Follower onePart = follow(token.api(), "node:" + part.id())) {
            project.issue("Outside");
            project.create("issue", "Inside", part.id());
            everything.awaitEvent("Inside");
            onePart.awaitEvent("Inside");
            assertThat(everything.text()).doesNotContain("Outside");

            project.api().delete("/tokens/" + token.id()).mustBe(204);

            await("the ends").until(() -> everything.closeCode() != 0 && onePart.closeCode() != 0);
            assertThat(everything.closeCode()).isEqualTo(4401);
            assertThat(onePart.closeCode()).isEqualTo(4401);
            assertThat(everything.text()).doesNotContain("token.revoked");
        }
    }

    @Test
    void endsWithTheAgent() {
        TestProject project = world.project();
        Answer part = project.component("Part");
        UUID agent = project.api()
                .post(
                        project.workspace().path("/agents"),
                        object("handle", "agent-" + World.word(), "display_name", "Worker"))
                .mustBe(201)
                .id();
        ApiToken token = ApiToken.ofAgent(world, project.api(), agent);
        try (Follower follower = follow(token.api(), "node:" + part.id())) {
            project.create("issue", "Inside", part.id());
            follower.awaitEvent("Inside");

            project.api().post("/agents/" + agent + "/deactivate").mustBe(200);

            await("the end").until(() -> follower.closeCode() != 0);
            assertThat(follower.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void dropsWhoIsTooSlowAndLetsThemComeBack() throws IOException {
        TestProject project = world.project();
        long start = place(project);
        int many = 12_000;
        world.stores()
                .sql(
                        """
                insert into event (id, type, workspace_id, project_id, subject_id, actor_id, occurred_at, data, mentioned,
                  about_node, recipients, required)
                select gen_random_uuid(), 'project.changed', cast(? as uuid), cast(? as uuid), cast(? as uuid),
                  cast('00000000-0000-0000-0000-000000000000' as uuid), now(), '{"name":"' || repeat('x', 1500) || '"}', '{}',
                  false, '{}', 'WORKSPACE_READ'
                from generate_series(1, ?)
                """,
                        project.workspace().id().toString(),
                        project.id().toString(),
                        project.id().toString(),
                        many);
        try (SlowFollower slow = new SlowFollower(
                world,
                project.api(),
                "{\"type\":\"subscribe\",\"after\":" + start + ",\"channels\":[\"project:" + project.id() + "\"]}")) {
            await("the end of patience").until(() -> metric("strata_events_ended_total", "too_slow") >= 1);

            assertThat(slow.readToTheEnd()).isEqualTo(4408);
        }
        try (Follower back = Follower.of(world, project.api()).followAfter(start, "project:" + project.id())) {
            await("everything").until(() -> back.events().size() == many);
            assertThat(back.events()).extracting(event -> event.getString("id")).doesNotHaveDuplicates();
        }
    }

    @Test
    void hearsOfMoreThroughTheTopicAndReadsItFromTheTable() {
        TestProject project = world.project();
        try (Follower follower = follow(project.api(), "project:" + project.id())) {
            double before = metric("strata_events_announced_total", "");

            project.issue("Announced");

            follower.awaitEvent("Announced");
            await("the announcement").until(() -> metric("strata_events_announced_total", "") > before);

            // as if another server, with a broker of its own, had given the place
            world.stores().sql("""
                    insert into event (id, type, workspace_id, project_id, subject_id, actor_id, occurred_at, data,
                      mentioned, about_node, recipients, required)
                    values (gen_random_uuid(), 'project.changed', ?, ?, ?, ?, now(), '{"name":"From elsewhere"}', '{}', false,
                      '{}', 'WORKSPACE_READ')
                    """, project.workspace().id(), project.id(), project.id(), project.id());
            world.stores().number("select coalesce(sequence_events(1000), 0)");

            follower.awaitEvent("From elsewhere");
        }
    }

    @Test
    void saysWhenEventsAreNotKeptAnyMore() {
        TestProject project = world.project();
        long start = place(project);
        project.issue("Forgotten");
        await("its place").until(() -> place(project) > start);
        world.stores().number("select prune_events(0)");

        try (Follower late = Follower.of(world, project.api()).followAfter(start, "project:" + project.id());
                Follower early =
                        Follower.of(world, project.api()).followAfter(Long.MAX_VALUE / 2, "project:" + project.id())) {
            await("the news")
                    .until(() ->
                            late.of("reset").size() == 1 && early.of("reset").size() == 1);
            project.issue("Afterwards");
            late.awaitEvent("Afterwards");
            early.awaitEvent("Afterwards");
            assertThat(late.events()).hasSize(1);
        }
    }

    @Test
    void letsInWhoProvesThemselvesInOneOfThreeWays() {
        TestProject project = world.project();
        String origin = world.strata().server().uri().toString();
        String token = project.api().token();
        try (Follower byMessage = Follower.with(world, Map.of());
                Follower byCookie =
                        Follower.with(world, Map.of("Cookie", "a=b; strata_session=" + token, "Origin", origin));
                Follower foreign = Follower.with(
                        world, Map.of("Cookie", "strata_session=" + token, "Origin", "https://elsewhere.example"));
                Follower byCookieAlone = Follower.with(world, Map.of("Cookie", "strata_session=" + token));
                Follower wrong = Follower.with(world, Map.of("Authorization", "Bearer strata_wrong"))) {
            byMessage.say("{\"type\":\"subscribe\"}");
            await("the refusal").until(() -> byMessage.of("error").size() == 1);
            assertThat(byMessage.of("error").get(0).getString("code")).isEqualTo("unauthenticated");
            byMessage.say("{\"type\":\"authenticate\",\"token\":\"" + token + "\"}");
            byMessage.follow("project:" + project.id());
            byCookie.follow("project:" + project.id());
            project.issue("For both");
            byMessage.awaitEvent("For both");
            byCookie.awaitEvent("For both");

            await("the ends")
                    .until(() -> foreign.closeCode() != 0 && wrong.closeCode() != 0 && byCookieAlone.closeCode() != 0);
            assertThat(foreign.closeCode()).isEqualTo(4403);
            assertThat(wrong.closeCode()).isEqualTo(4401);
            assertThat(byCookieAlone.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void keepsAConnectionWhoseTokenIsRenewedByItsOwner() {
        TestProject project = world.project();
        Account account = world.account();
        project.api()
                .post(project.workspace().path("/members"), object("handle", account.handle(), "role", "member"))
                .mustBe(201);
        Api first = account.api();
        Api second = account.api();
        try (Follower follower = follow(first, "project:" + project.id())) {
            follower.say(
                    "{\"type\":\"authenticate\",\"token\":\"" + project.api().token() + "\"}");
            await("the refusal").until(() -> follower.of("error").size() == 1);
            follower.say("{\"type\":\"authenticate\",\"token\":\"" + second.token() + "\"}");
            await("the renewal").until(() -> follower.of("authenticated").size() == 2);

            first.post("/auth/logout").mustBe(204);
            project.issue("Still there");

            follower.awaitEvent("Still there");
        }
    }

    @Test
    void refusesChannelsThatAreNotThereOrNotForTheFollower() {
        TestProject project = world.project();
        TestProject foreign = world.project();
        Person member = project.workspace().join("MEMBER");
        Answer secret = project.component("Secret");
        deny(project, "node_read", secret);
        try (Follower follower = Follower.of(world, world.as(member))) {
            for (String channel : List.of(
                    "project:" + foreign.id(),
                    "node:" + secret.id(),
                    "node:" + secret.text("short_id"),
                    "user:" + world.person().id(),
                    "project:nonsense")) {
                assertThat(refusal(follower, "[\"" + channel + "\"]"))
                        .as(channel)
                        .isEqualTo("not_found");
            }
            for (String channels : List.of("[\"planet:1\"]", "[\"\"]", "[null]")) {
                assertThat(refusal(follower, channels)).as(channels).isEqualTo("validation_error");
            }
            follower.say("no JSON");
            await("the refusal").until(() -> follower.text().contains("bad_request"));
            follower.say("{\"unknown\":{\"has\":");
            await("the refusal of half a message").until(() -> follower.text().split("bad_request", -1).length == 3);
            assertThat(follower.closeCode()).isZero();
        }
    }

    @Test
    void boundsTheConnectionsOfAnActor() {
        Api api = world.as(world.person());
        List<Follower> followers = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                followers.add(follow(api));
            }
            Follower tooMany = Follower.of(world, api);
            followers.add(tooMany);
            await("the refusal").until(() -> tooMany.closeCode() != 0);
            assertThat(tooMany.closeCode()).isEqualTo(4429);
            assertThat(followers.get(0).closeCode()).isZero();
            assertThat(metric("strata_events_sessions", "websocket")).isGreaterThanOrEqualTo(20);
        } finally {
            followers.forEach(Follower::close);
        }
    }

    /** Follows from now on: what was done before has its place already. */
    private Follower follow(Api api, String... channels) {
        settle();
        return Follower.of(world, api).follow(channels);
    }

    private void settle() {
        await("the places of all events")
                .until(() -> world.stores().number("select count(*) from event where sequence is null") == 0);
    }

    private static String refusal(Follower follower, String channels) {
        int before = follower.of("error").size();
        follower.say("{\"type\":\"subscribe\",\"channels\":" + channels + "}");
        await("the refusal").until(() -> follower.of("error").size() > before);
        return follower.of("error").get(before).getString("code");
    }

    private static Set<String> write(TestProject project) {
        ConcurrentLinkedQueue<String> created = new ConcurrentLinkedQueue<>();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(() -> {
                for (int i = 0; i < ISSUES_EACH; i++) {
                    Answer issue = project.issue("Issue " + i);
                    project.api()
                            .patch("/nodes/" + issue.id(), object("status", "done"))
                            .mustBe(200);
                    created.add(issue.text("id"));
                }
                return null;
            });
        }
        try {
            AtOnce.run(writers);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return new HashSet<>(created);
    }

    private void deny(TestProject project, String action, Answer part) {
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", action, "role", "member", "node_id", part.id()))
                .mustBe(201);
    }

    private long place(TestProject project) {
        settle();
        return project.api()
                .get("/events")
                .mustBe(200)
                .json()
                .getJsonNumber("last")
                .longValue();
    }

    /** The sum of a metric's series whose labels contain a word. */
    private double metric(String name, String label) {
        Api management =
                new Api(URI.create("http://127.0.0.1:" + world.strata().server().managementPort()), null);
        return management
                .get("//prometheus")
                .mustBe(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static List<String> types(List<JsonObject> events) {
        return events.stream().map(event -> event.getString("type")).toList();
    }
}

package io.strata.realtime;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events page by page and as a stream, and the rows behind them. */
@AgainstStrata
class EventPagesIT {

    private final World world;

    EventPagesIT(World world) {
        this.world = world;
    }

    @Test
    void readsEverythingPageByPage() {
        TestProject project = world.project();
        long after = place(project);
        for (int i = 0; i < 5; i++) {
            project.issue("Issue " + i);
        }
        awaitEvents(project, after, 5);

        List<String> titles = new ArrayList<>();
        String channels = "&channels=project:" + project.id();
        Answer page;
        do {
            page = project.api()
                    .get("/events?limit=2&after=" + after + channels)
                    .mustBe(200);
            page.items().forEach(event -> titles.add(event.getJsonObject("data").getString("title")));
            after = last(page);
        } while (page.json().getBoolean("more"));

        assertThat(titles).containsExactly("Issue 0", "Issue 1", "Issue 2", "Issue 3", "Issue 4");
        Answer rest = project.api().get("/events?after=" + after + channels).mustBe(200);
        assertThat(rest.items()).isEmpty();
        assertThat(last(rest)).isGreaterThanOrEqualTo(after);
    }

    @Test
    void refusesWhatIsNotAPlaceAndWhoIsNobody() {
        TestProject project = world.project();
        Api stranger = world.as(world.person());

        world.anonymous().get("/events").mustBe(401);
        world.anonymous().get("/events/stream").mustBe(401);
        stranger.get("/events?channels=project:" + project.id()).mustBe(404);
        stranger.get("/events/stream?channels=project:" + project.id()).mustBe(404);
        for (String query : List.of("?after=x", "?after=-1", "?limit=0", "?limit=201", "?channels=planet:1")) {
            project.api().get("/events" + query).mustBe(422);
        }
        project.api().get("/events/stream?after=x").mustBe(422);
        String many = String.join(",", java.util.Collections.nCopies(51, "user:me"));
        assertThat(project.api().get("/events?channels=" + many).mustBe(422).wrongFields())
                .containsExactly("channels");
        assertThat(project.api()
                        .get("/events?after=" + Long.MAX_VALUE / 2)
                        .mustBe(200)
                        .json()
                        .getBoolean("reset"))
                .isTrue();
    }

    @Test
    void tellsOfWebhooksToThoseWhoManageThem() {
        TestProject project = world.project();
        long after = place(project);
        Person owner = project.workspace().join("ADMIN");
        Answer webhook = world.as(owner)
                .post(project.path("/webhooks"), object("url", "https://example.com/hook"))
                .mustBe(201);
        world.stores().sql("update webhook set url = 'http://10.0.0.1/moved' where id = ?", webhook.id());
        for (int i = 0; i < 5; i++) {
            project.issue("In vain");
        }

        String channel = "/events?after=" + after + "&channels=user:me";
        await("the notice")
                .until(() ->
                        world.as(owner).get(channel).mustBe(200).each("type").equals(List.of("webhook.disabled")));

        String all = "/events?after=" + after + "&channels=project:" + project.id();
        assertThat(world.as(owner).get(all).mustBe(200).each("type")).contains("webhook.disabled", "node.created");
        assertThat(project.workspace().member("MEMBER").get(all).mustBe(200).each("type"))
                .contains("node.created")
                .doesNotContain("webhook.disabled");
    }

    @Test
    void streamsAndGoesOnWhereItWasCut() {
        TestProject project = world.project();
        String query = "?channels=project:" + project.id();
        String lastId;
        try (Stream stream = Stream.open(project.api(), query, Map.of())) {
            await("the subscription").until(() -> stream.named("subscribed").size() == 1);
            project.issue("While connected");
            await("the event").until(() -> stream.named("node.created").size() == 1);
            assertThat(stream.named("node.created")
                            .get(0)
                            .data()
                            .getJsonObject("data")
                            .getString("title"))
                    .isEqualTo("While connected");
            lastId = stream.sent().get(stream.sent().size() - 1).id();
        }
        project.issue("While away");
        try (Stream stream = Stream.open(project.api(), query, Map.of("Last-Event-ID", lastId))) {
            project.issue("Back again");
            await("both").until(() -> stream.named("node.created").size() == 2);
            assertThat(stream.named("node.created"))
                    .extracting(sent -> sent.data().getJsonObject("data").getString("title"))
                    .containsExactly("While away", "Back again");
        }
    }

    @Test
    void streamsNothingThatIsHiddenAndEndsWithTheSignIn() {
        TestProject project = world.project();
        var account = world.account();
        project.api()
                .post(project.workspace().path("/members"), object("handle", account.handle(), "role", "member"))
                .mustBe(201);
        Answer part = project.component("Part");
        Api api = account.api();
        try (Stream stream = Stream.open(api, "?channels=project:" + project.id(), Map.of())) {
            await("the subscription").until(() -> stream.named("subscribed").size() == 1);
            project.api()
                    .post(
                            project.workspace().path("/rules"),
                            object("effect", "deny", "action", "node_read", "role", "member", "node_id", part.id()))
                    .mustBe(201);
            project.create("issue", "Hidden", part.id());
            project.issue("Shown");
            await("the event").until(() -> stream.named("node.created").size() == 1);
            assertThat(stream.sent().toString()).contains("Shown").doesNotContain("Hidden");

            api.post("/auth/logout").mustBe(204);
            project.issue("Too late");

            await("the end").until(stream::over);
            assertThat(stream.sent().toString()).doesNotContain("Too late");
        }
    }

    @Test
    void hidesRowsFromWhoGoesAroundTheApplication() {
        TestProject project = world.project();
        long after = place(project);
        Answer part = project.component("Part");
        Person member = project.workspace().join("MEMBER");
        project.api()
                .post("/nodes/" + part.id() + "/comments", object("text", "Words"))
                .mustBe(201);
        awaitEvents(project, after, 2);

        assertThat(rows("", project.id())).isZero();
        assertThat(rows(world.person().id().toString(), project.id())).isZero();
        // with the one about the project itself
        assertThat(rows(member.id().toString(), project.id())).isEqualTo(3);

        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "comment_read", "role", "member", "node_id", part.id()))
                .mustBe(201);
        assertThat(rows(member.id().toString(), project.id())).isEqualTo(2);
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", part.id()))
                .mustBe(201);
        assertThat(rows(member.id().toString(), project.id())).isEqualTo(1);
    }

    @Test
    void letsTheServersRoleChangeNoEvent() {
        for (String change :
                List.of("update event set type = 'x'", "delete from event", "update event_position set sequence = 0")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> world.stores().sql(change))
                    .as(change)
                    .hasMessageContaining("permission denied");
        }
    }

    /** Where events are now: what was done before has its place already. */
    private long place(TestProject project) {
        await("the places of all events")
                .until(() -> world.stores().number("select count(*) from event where sequence is null") == 0);
        return last(project.api().get("/events").mustBe(200));
    }

    private long rows(String actor, UUID project) {
        try (Connection connection = world.stores().connect(actor);
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from event where project_id = ?")) {
            statement.setObject(1, project);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitEvents(TestProject project, long after, int count) {
        await("their places").until(() -> {
            List<JsonObject> events = project.api()
                    .get("/events?after=" + after + "&channels=project:" + project.id())
                    .mustBe(200)
                    .items();
            return events.size() == count;
        });
    }

    private static long last(Answer page) {
        return page.json().getJsonNumber("last").longValue();
    }
}

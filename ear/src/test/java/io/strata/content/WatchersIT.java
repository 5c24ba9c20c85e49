package io.strata.content;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class WatchersIT {

    private final World world;

    WatchersIT(World world) {
        this.world = world;
    }

    @Test
    void watchesAndStopsWatching() {
        TestProject project = world.project();
        Answer issue = project.issue("Watched");
        Person person = project.workspace().join("VIEWER");
        Api viewer = world.as(person);
        String node = "/nodes/" + issue.text("short_id");
        assertThat(viewer.get(node).json().getBoolean("watching")).isFalse();

        viewer.put(node + "/watch").mustBe(204);
        viewer.put(node + "/watch").mustBe(204);

        assertThat(viewer.get(node).json().getBoolean("watching")).isTrue();
        assertThat(viewer.get(node + "/watchers").mustBe(200).each("handle"))
                .containsExactlyInAnyOrder(person.handle(), world.strata().administratorHandle());
        viewer.delete(node + "/watch").mustBe(204);
        viewer.delete(node + "/watch").mustBe(204);
        assertThat(viewer.get(node).json().getBoolean("watching")).isFalse();
        assertThat(viewer.get(node + "/watchers").each("handle")).doesNotContain(person.handle());
        assertThat(project.api()
                        .get("/audit?action=watcher.&workspace_id="
                                + project.workspace().id())
                        .each("action"))
                .containsExactly("watcher.removed", "watcher.added");
    }

    @Test
    void makesThoseWatchWhomANodeConcerns() {
        TestProject project = world.project();
        Person author = project.workspace().join("MEMBER");
        Person assignee = project.workspace().join("MEMBER");
        Person next = project.workspace().join("MEMBER");
        Person mentioned = project.workspace().join("MEMBER");
        Person commenting = project.workspace().join("MEMBER");
        Answer issue = world.as(author)
                .post(project.path("/nodes"), object("kind", "issue", "title", "Watched", "assignee_id", assignee.id()))
                .mustBe(201);
        project.api()
                .patch("/nodes/" + issue.id(), object("assignee_id", next.id()))
                .mustBe(200);
        world.as(commenting)
                .post("/nodes/" + issue.id() + "/comments", object("text", "Ask @" + mentioned.handle()))
                .mustBe(201);

        Answer watchers =
                project.api().get("/nodes/" + issue.id() + "/watchers").mustBe(200);

        assertThat(watchers.items())
                .extracting(watcher -> watcher.getString("handle") + " " + watcher.getString("reason"))
                .containsExactlyInAnyOrder(
                        author.handle() + " author",
                        assignee.handle() + " assignee",
                        next.handle() + " assignee",
                        mentioned.handle() + " mention",
                        commenting.handle() + " comment");
        Answer page = project.api().get("/nodes/" + issue.id() + "/watchers?limit=3");
        assertThat(project.api()
                        .get("/nodes/" + issue.id() + "/watchers?limit=3&cursor=" + page.text("next_cursor"))
                        .items())
                .hasSize(2);
    }

    @Test
    void leavesAloneWhoHasStopped() {
        TestProject project = world.project();
        Answer issue = project.issue("Watched");
        Person person = project.workspace().join("MEMBER");
        Api member = world.as(person);
        member.delete("/nodes/" + issue.id() + "/watch").mustBe(204);

        project.api()
                .post("/nodes/" + issue.id() + "/comments", object("text", "@" + person.handle()))
                .mustBe(201);

        assertThat(member.get("/nodes/" + issue.id()).json().getBoolean("watching"))
                .isFalse();
        member.put("/nodes/" + issue.id() + "/watch").mustBe(204);
        assertThat(member.get("/nodes/" + issue.id()).json().getBoolean("watching"))
                .isTrue();
    }

    @Test
    void followsTheRightsOfTheNode() {
        TestProject project = world.project();
        Answer issue = project.issue("Watched");
        Person person = project.workspace().join("MEMBER");
        Api member = world.as(person);
        Api stranger = world.as(world.person());
        String node = "/nodes/" + issue.id();
        member.put(node + "/watch").mustBe(204);

        stranger.put(node + "/watch").mustBe(404);
        stranger.delete(node + "/watch").mustBe(404);
        stranger.get(node + "/watchers").mustBe(404);
        world.anonymous().put(node + "/watch").mustBe(401);
        project.api().put("/nodes/" + UUID.randomUUID() + "/watch").mustBe(404);
        assertThat(project.api().get(node + "/watchers?limit=0").mustBe(422).wrongFields())
                .containsExactly("limit");
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", issue.id()))
                .mustBe(201);
        assertThat(project.api().get(node + "/watchers").each("handle")).doesNotContain(person.handle());
        member.put(node + "/watch").mustBe(404);
    }
}

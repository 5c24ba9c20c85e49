package io.strata.agents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AgainstStrata
class NextWorkIT {

    private final World world;

    NextWorkIT(World world) {
        this.world = world;
    }

    @Test
    void offersTheMostUrgentThenTheNextDueThenTheOldest() {
        TestProject project = world.project();
        issue(project, "Old", Map.of());
        issue(project, "Young", Map.of());
        issue(project, "Due later", object("due_date", "2027-03-01"));
        issue(project, "Due soon", object("due_date", "2027-01-15"));
        issue(project, "Low", object("priority", "low"));
        issue(project, "High and due", object("priority", "high", "due_date", "2027-06-01"));
        issue(project, "High", object("priority", "high"));
        issue(project, "Urgent", object("priority", "urgent"));
        issue(project, "Medium", object("priority", "medium"));

        Answer all = project.api().get(project.path("/work")).mustBe(200);

        assertThat(all.each("title"))
                .containsExactly(
                        "Urgent", "High and due", "High", "Medium", "Low", "Due soon", "Due later", "Old", "Young");
        assertThat(project.api().get(project.path("/work?limit=2")).each("title"))
                .containsExactly("Urgent", "High and due");
    }

    @Test
    void offersOnlyWhatCanBeBegun() {
        TestProject project = world.project();
        Answer first = project.issue("First");
        Answer second = project.issue("Second");
        project.link(first, "blocks", second);
        Answer parent = project.issue("Parent");
        project.create("issue", "Child", parent.id());
        project.api()
                .patch("/nodes/" + project.issue("Finished").id(), object("status", "done"))
                .mustBe(200);
        project.component("A part");

        assertThat(project.api().get(project.path("/work")).each("title")).containsExactly("First", "Child");
    }

    @Test
    void looksBelowANodeOnly() {
        TestProject project = world.project();
        Answer part = project.component("A part");
        project.create("issue", "Inside", part.id());
        project.issue("Outside");

        assertThat(project.api()
                        .get("/nodes/" + part.id() + "/work")
                        .mustBe(200)
                        .each("title"))
                .containsExactly("Inside");
        assertThat(project.api()
                        .get("/nodes/" + part.text("short_id") + "/work")
                        .each("title"))
                .containsExactly("Inside");
        assertThat(project.api().get("/nodes/" + project.rootId() + "/work").each("title"))
                .containsExactly("Inside", "Outside");
    }

    @Test
    void offersNothingThatMayOnlyBeSeenOrNotEvenThat() {
        TestProject project = world.project();
        Answer closed = project.component("Closed part");
        Answer secret = project.component("Secret part");
        project.create("issue", "Only to look at", closed.id());
        project.create("issue", "Hidden", secret.id());
        project.issue("Open");
        rule(project, "deny", "node_write", "member", closed);
        rule(project, "deny", "node_read", "member", secret);
        Api member = project.workspace().member("MEMBER");
        Api viewer = project.workspace().member("VIEWER");

        assertThat(member.get(project.path("/work")).mustBe(200).each("title")).containsExactly("Open");
        assertThat(member.get("/nodes/" + closed.id() + "/work").mustBe(200).items())
                .isEmpty();
        member.get("/nodes/" + secret.id() + "/work").mustBe(404);
        assertThat(viewer.get(project.path("/work")).mustBe(200).items()).isEmpty();
        rule(project, "allow", "node_write", "viewer", closed);
        assertThat(viewer.get(project.path("/work")).mustBe(200).each("title")).containsExactly("Only to look at");
    }

    @Test
    void answersOnlyForWhatIsThere() {
        TestProject project = world.project();

        world.as(world.person()).get(project.path("/work")).mustBe(404);
        world.as(world.person()).get("/nodes/" + project.rootId() + "/work").mustBe(404);
        world.anonymous().get(project.path("/work")).mustBe(401);
        project.api().get("/projects/nothing/work").mustBe(404);
        project.api().get("/nodes/NOWHERE-1/work").mustBe(404);
        assertThat(project.api()
                        .get(project.path("/work?limit=201"))
                        .mustBe(422)
                        .wrongFields())
                .isEqualTo(List.of("limit"));
        assertThat(project.api()
                        .get("/nodes/" + project.rootId() + "/work?limit=0")
                        .mustBe(422)
                        .wrongFields())
                .isEqualTo(List.of("limit"));
    }

    private static void issue(TestProject project, String title, Map<String, Object> more) {
        Map<String, Object> request = object("kind", "issue", "title", title);
        request.putAll(more);
        project.api().post(project.path("/nodes"), request).mustBe(201);
    }

    private static void rule(TestProject project, String effect, String action, String role, Answer node) {
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", effect, "action", action, "role", role, "node_id", node.id()))
                .mustBe(201);
    }
}

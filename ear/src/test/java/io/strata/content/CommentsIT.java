package io.strata.content;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@AgainstStrata
class CommentsIT {

    private final World world;

    CommentsIT(World world) {
        this.world = world;
    }

    @Test
    void keepsAThreadInTheOrderOfItsMaking() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Answer question = comment(project.api(), issue, "Why **so**?", null).mustBe(201);
        Answer reply = comment(project.api(), issue, "Because.", question.id()).mustBe(201);
        Answer other = comment(project.api(), issue, "Another matter", null).mustBe(201);

        Answer first = project.api().get(path(issue) + "?limit=2").mustBe(200);
        Answer second = project.api()
                .get(path(issue) + "?limit=2&cursor=" + first.text("next_cursor"))
                .mustBe(200);

        assertThat(first.each("id")).containsExactly(question.text("id"), reply.text("id"));
        assertThat(second.each("id")).containsExactly(other.text("id"));
        assertThat(first.items().get(0).getString("text")).isEqualTo("Why **so**?");
        assertThat(first.items().get(1).getString("parent_id")).isEqualTo(question.text("id"));
        assertThat(project.api().get("/comments/" + reply.id()).mustBe(200).json())
                .isEqualTo(reply.json());
        assertThat(project.api()
                        .get("/nodes/" + issue.text("short_id") + "/comments")
                        .items())
                .hasSize(3);
    }

    @Test
    void changesAndRemovesAComment() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        String comment =
                "/comments/" + comment(project.api(), issue, "Teh", null).id();

        assertThat(project.api()
                        .patch(comment, object("text", "The"))
                        .mustBe(200)
                        .text("text"))
                .isEqualTo("The");
        project.api().delete(comment).mustBe(204);

        assertThat(project.api().get(path(issue)).items()).isEmpty();
        project.api().get(comment).mustBe(404);
        project.api().patch(comment, object("text", "Too late")).mustBe(404);
        project.api().delete(comment).mustBe(404);
    }

    @Test
    void keepsThePlaceOfARemovedCommentForItsAnswers() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Answer question = comment(project.api(), issue, "Regretted", null);
        Answer reply = comment(project.api(), issue, "Quoted", question.id());
        project.api().delete("/comments/" + question.id()).mustBe(204);

        JsonObject place = project.api().get(path(issue)).items().get(0);
        assertThat(place.getBoolean("deleted")).isTrue();
        assertThat(place).doesNotContainKey("text");
        project.api()
                .patch("/comments/" + question.id(), object("text", "Back"))
                .mustBe(404);
        assertThat(comment(project.api(), issue, "Late", question.id())
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("parent_id");

        project.api().delete("/comments/" + reply.id()).mustBe(204);
        assertThat(project.api().get(path(issue)).items()).isEmpty();
    }

    @Test
    void refusesWhatIsNoComment() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Answer elsewhere = comment(project.api(), project.issue("Elsewhere"), "Here", null);

        for (String text : new String[] {null, " ", "x".repeat(20_001)}) {
            assertThat(comment(project.api(), issue, text, null).mustBe(422).wrongFields())
                    .containsExactly("text");
        }
        for (UUID parent : List.of(UUID.randomUUID(), elsewhere.id())) {
            assertThat(comment(project.api(), issue, "Hm", parent).mustBe(422).wrongFields())
                    .containsExactly("parent_id");
        }
        assertThat(project.api()
                        .patch("/comments/" + elsewhere.id(), object("text", ""))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("text");
        project.api()
                .post("/nodes/" + UUID.randomUUID() + "/comments", object("text", "To nobody"))
                .mustBe(404);
        project.api().get("/comments/no-such-comment").mustBe(404);
    }

    @Test
    void leavesACommentToItsAuthorAndToAdministrators() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Api author = project.workspace().member("MEMBER");
        Api member = project.workspace().member("MEMBER");
        Api viewer = project.workspace().member("VIEWER");
        Api stranger = world.as(world.person());
        String comment =
                "/comments/" + comment(author, issue, "Mine", null).mustBe(201).id();

        comment(viewer, issue, "No", null).mustBe(403);
        comment(stranger, issue, "No", null).mustBe(404);
        viewer.get(comment).mustBe(200);
        viewer.get(path(issue)).mustBe(200);
        stranger.get(comment).mustBe(404);
        stranger.get(path(issue)).mustBe(404);
        member.patch(comment, object("text", "Yours")).mustBe(403);
        member.delete(comment).mustBe(403);
        viewer.delete(comment).mustBe(403);
        stranger.delete(comment).mustBe(404);
        author.patch(comment, object("text", "Still mine")).mustBe(200);
        project.workspace().member("ADMIN").delete(comment).mustBe(204);
    }

    @Test
    void hidesCommentsWithTheirNode() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Answer comment = comment(project.api(), issue, "Still here?", null).mustBe(201);
        project.api().delete("/nodes/" + issue.id()).mustBe(200);

        project.api().get(path(issue)).mustBe(404);
        project.api().get("/comments/" + comment.id()).mustBe(404);
        project.api().patch("/comments/" + comment.id(), object("text", "No")).mustBe(404);
        project.api().delete("/comments/" + comment.id()).mustBe(404);
        comment(project.api(), issue, "No", null).mustBe(404);

        project.api().post("/nodes/" + issue.id() + "/restore").mustBe(200);
        assertThat(project.api().get(path(issue)).each("text")).containsExactly("Still here?");
    }

    @Test
    void recordsTheWordsBeforeAndAfter() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        String comment =
                "/comments/" + comment(project.api(), issue, "One", null).id();
        project.api().patch(comment, object("text", "Two")).mustBe(200);
        project.api().delete(comment).mustBe(204);

        List<JsonObject> entries = project.api()
                .get("/audit?workspace_id=" + project.workspace().id())
                .items();
        assertThat(entries.stream().limit(3).map(entry -> entry.getString("action")))
                .containsExactly("comment.deleted", "comment.changed", "comment.created");
        assertThat(entries.get(1).getJsonObject("before").getString("text")).isEqualTo("One");
        assertThat(entries.get(1).getJsonObject("after").getString("text")).isEqualTo("Two");
    }

    @Test
    void settlesAThreadAndOpensItAgain() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Api member = project.workspace().member("MEMBER");
        Answer question = comment(project.api(), issue, "Why?", null).mustBe(201);
        Answer reply = comment(project.api(), issue, "Because.", question.id()).mustBe(201);
        String resolution = "/comments/" + question.id() + "/resolution";

        Answer settled = member.put(resolution).mustBe(200);

        assertThat(settled.json()).containsKeys("resolved_at", "resolved_by");
        assertThat(member.put(resolution).mustBe(200).text("resolved_at")).isEqualTo(settled.text("resolved_at"));
        assertThat(member.delete(resolution).mustBe(200).json()).doesNotContainKeys("resolved_at", "resolved_by");
        member.put("/comments/" + reply.id() + "/resolution").mustBe(409);
        member.put("/comments/" + UUID.randomUUID() + "/resolution").mustBe(404);
        project.workspace().member("VIEWER").put(resolution).mustBe(403);
        world.as(world.person()).put(resolution).mustBe(404);
        assertThat(project.api()
                        .get("/audit?action=comment.&workspace_id="
                                + project.workspace().id())
                        .each("action"))
                .startsWith("comment.reopened", "comment.resolved", "comment.created");
    }

    @Test
    void tellsWhatACommentSaidBefore() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Api viewer = project.workspace().member("VIEWER");
        Answer comment = comment(project.api(), issue, "One", null).mustBe(201);
        String path = "/comments/" + comment.id();
        assertThat(viewer.get(path + "/history").mustBe(200).items()).isEmpty();
        project.api().patch(path, object("text", "Two")).mustBe(200);
        project.api().put(path + "/resolution").mustBe(200);
        project.api().patch(path, object("text", "Three")).mustBe(200);

        Answer last = viewer.get(path + "/history?limit=1").mustBe(200);
        Answer first = viewer.get(path + "/history?limit=1&cursor=" + last.text("next_cursor"))
                .mustBe(200);

        assertThat(last.each("before")).containsExactly("Two");
        assertThat(last.each("after")).containsExactly("Three");
        assertThat(first.each("before")).containsExactly("One");
        assertThat(first.each("actor_handle")).containsExactly(world.strata().administratorHandle());
        assertThat(first.text("next_cursor")).isNull();
        assertThat(viewer.get(path + "/history?cursor=x").mustBe(422).wrongFields())
                .containsExactly("cursor");
        world.as(world.person()).get(path + "/history").mustBe(404);
        project.api().delete(path).mustBe(204);
        viewer.get(path + "/history").mustBe(404);
    }

    @RepeatedTest(3)
    void nobodyCommentsOnWhatIsBeingDeleted() throws Exception {
        TestProject project = world.project();
        Answer issue = project.issue("Doomed");
        List<Callable<Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(() -> comment(project.api(), issue, "In time?", null));
        }
        clients.add(2, () -> project.api().delete("/nodes/" + issue.id()));

        List<Answer> answers = AtOnce.run(clients);

        answers.remove(2).mustBe(200);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 404));
        long made = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(world.stores().number("select count(*) from comment where node_id = ?", issue.id()))
                .isEqualTo(made);
    }

    private static Answer comment(Api api, Answer node, String text, UUID parent) {
        return api.post(path(node), object("text", text, "parent_id", parent));
    }

    private static String path(Answer node) {
        return "/nodes/" + node.id() + "/comments";
    }
}

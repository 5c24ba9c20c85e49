package io.strata.content;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import org.junit.jupiter.api.Test;

/** Texts as HTML. */
@AgainstStrata
class MarkdownIT {

    private final World world;

    MarkdownIT(World world) {
        this.world = world;
    }

    @Test
    void answersDescriptionsAndCommentsAsHtml() {
        TestProject project = world.project();
        Answer issue = project.issue("Described");
        project.api()
                .patch("/nodes/" + issue.id(), object("description", "Some *words*"))
                .mustBe(200);
        Answer comment = project.api()
                .post("/nodes/" + issue.id() + "/comments", object("text", "| a |\n| - |\n| ~~b~~ |"))
                .mustBe(201);

        assertThat(comment.text("text_html")).contains("<table>", "<del>b</del>");
        assertThat(project.api().get("/comments/" + comment.id()).text("text_html"))
                .isEqualTo(comment.text("text_html"));
        Answer context = project.api().get("/nodes/" + issue.id()).mustBe(200);
        assertThat(context.text("description")).isEqualTo("Some *words*");
        assertThat(context.text("description_html")).isEqualTo("<p>Some <em>words</em></p>\n");
        assertThat(context.json().getJsonObject("comments").getJsonArray("items"))
                .containsExactly(comment.json());
    }

    @Test
    void letsNothingThroughThatRuns() {
        TestProject project = world.project();
        String attack = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) <script>alert(1)</script>";
        Answer issue = project.api()
                .post(project.path("/nodes"), object("kind", "issue", "title", "Attacked", "description", attack))
                .mustBe(201);
        String comment = project.api()
                .post("/nodes/" + issue.id() + "/comments", object("text", attack))
                .mustBe(201)
                .text("text_html");

        assertThat(comment)
                .isEqualTo(project.api().get("/nodes/" + issue.id()).text("description_html"))
                .doesNotContain("<img", "<script", "<a", "href");
    }

    @Test
    void linksTheShortIdsOfProjectsThatTheReaderKnows() {
        TestProject project = world.project();
        TestProject other = world.project();
        Answer issue = project.issue("Linked");
        Answer there = other.issue("There");
        Person reader = project.workspace().join("VIEWER");
        String here = issue.text("short_id");
        Answer comment = project.api()
                .post(
                        "/nodes/" + issue.id() + "/comments",
                        object("text", here + " and " + there.text("short_id") + " in UTF-8"))
                .mustBe(201);

        assertThat(comment.text("text_html"))
                .contains("href=\"/app/n/" + here + "\" data-node=\"" + here + "\"")
                .contains("data-node=\"" + there.text("short_id") + "\"")
                .doesNotContain("/n/UTF-8");
        assertThat(world.as(reader).get("/comments/" + comment.id()).text("text_html"))
                .contains("data-node=\"" + here + "\"")
                .doesNotContain("/n/" + there.text("short_id"));
    }

    @Test
    void giveTheFirstCommentsWithTheNodeAndACursorForMore() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        String path = "/nodes/" + issue.id() + "/comments";
        for (int i = 0; i < 52; i++) {
            project.api().post(path, object("text", "Comment " + i)).mustBe(201);
        }

        var comments =
                project.api().get("/nodes/" + issue.id()).mustBe(200).json().getJsonObject("comments");

        assertThat(comments.getJsonArray("items")).hasSize(50);
        assertThat(project.api()
                        .get(path + "?cursor=" + comments.getString("next_cursor"))
                        .mustBe(200)
                        .each("text"))
                .containsExactly("Comment 50", "Comment 51");
    }

    @Test
    void keepsCommentsFromWhoMayReadTheNodeOnly() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        project.api()
                .post("/nodes/" + issue.id() + "/comments", object("text", "Confidential"))
                .mustBe(201);
        Api member = project.workspace().member("MEMBER");
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object(
                                "effect", "deny",
                                "action", "comment_read",
                                "role", "member",
                                "node_id", issue.id()))
                .mustBe(201);

        Answer context = member.get("/nodes/" + issue.id()).mustBe(200);

        assertThat(context.json()).doesNotContainKey("comments");
        assertThat(context.text()).doesNotContain("Confidential");
        member.get("/nodes/" + issue.id() + "/comments").mustBe(403);
        member.post("/nodes/" + issue.id() + "/comments", object("text", "Blindly"))
                .mustBe(403);
        assertThat(project.api().get("/nodes/" + issue.id() + "/comments").items())
                .hasSize(1);
    }
}

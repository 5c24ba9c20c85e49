package io.strata.content;

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
import org.junit.jupiter.api.Test;

@AgainstStrata
class MentionsIT {

    private final World world;

    MentionsIT(World world) {
        this.world = world;
    }

    @Test
    void mentionsWhoCanReadTheNode() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Person member = project.workspace().join("VIEWER");
        Person stranger = world.person();
        String text = "@" + member.handle() + ", @" + stranger.handle() + " and @nobody-" + World.word();

        Answer comment = comment(project.api(), issue, text).mustBe(201);

        assertThat(handles(comment)).containsExactly(member.handle());
        assertThat(comment.text("text_html"))
                .contains("<a href=\"/app/people/" + member.handle() + "\" data-actor=\"" + member.id() + "\"")
                .contains("&#64;" + stranger.handle())
                .doesNotContain("/people/" + stranger.handle());
        List<JsonObject> mine = world.as(member).get("/mentions").mustBe(200).items();
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).getString("comment_id")).isEqualTo(comment.text("id"));
        assertThat(mine.get(0).getString("short_id")).isEqualTo(issue.text("short_id"));
        assertThat(mine.get(0).getString("title")).isEqualTo("Debated");
        assertThat(mine.get(0).getString("excerpt")).isEqualTo(text);
        assertThat(world.as(stranger).get("/mentions").mustBe(200).items()).isEmpty();
    }

    @Test
    void mentionsInDescriptionsToo() {
        TestProject project = world.project();
        Person member = project.workspace().join("MEMBER");
        Answer issue = project.api()
                .post(
                        project.path("/nodes"),
                        object("kind", "issue", "title", "Asked", "description", "Ask @" + member.handle()))
                .mustBe(201);
        Api as = world.as(member);

        assertThat(as.get("/mentions").each("node_id")).containsExactly(issue.text("id"));
        assertThat(as.get("/mentions").items().get(0)).doesNotContainKey("comment_id");
        assertThat(as.get("/nodes/" + issue.id()).text("description_html")).contains("data-actor");
        project.api()
                .patch("/nodes/" + issue.id(), object("description", "Ask nobody"))
                .mustBe(200);
        assertThat(as.get("/mentions").items()).isEmpty();
    }

    @Test
    void followsAChangeOfTheWords() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Person one = project.workspace().join("MEMBER");
        Person two = project.workspace().join("MEMBER");
        Answer comment = comment(project.api(), issue, "@" + one.handle()).mustBe(201);

        Answer changed = project.api()
                .patch("/comments/" + comment.id(), object("text", "@" + two.handle()))
                .mustBe(200);

        assertThat(handles(changed)).containsExactly(two.handle());
        assertThat(world.as(one).get("/mentions").items()).isEmpty();
        assertThat(world.as(two).get("/mentions").items()).hasSize(1);
        project.api().delete("/comments/" + comment.id()).mustBe(204);
        assertThat(world.as(two).get("/mentions").items()).isEmpty();
    }

    @Test
    void forgetsMentionsOfARemovedCommentThatKeepsItsPlace() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Person member = project.workspace().join("MEMBER");
        Answer comment = comment(project.api(), issue, "@" + member.handle()).mustBe(201);
        project.api()
                .post("/nodes/" + issue.id() + "/comments", object("text", "Yes", "parent_id", comment.id()))
                .mustBe(201);

        project.api().delete("/comments/" + comment.id()).mustBe(204);

        assertThat(world.as(member).get("/mentions").items()).isEmpty();
    }

    @Test
    void pagesFromTheLatestOn() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Person member = project.workspace().join("MEMBER");
        for (int i = 0; i < 3; i++) {
            comment(project.api(), issue, "@" + member.handle() + " " + i).mustBe(201);
        }
        Api as = world.as(member);

        Answer first = as.get("/mentions?limit=2").mustBe(200);
        Answer second =
                as.get("/mentions?limit=2&cursor=" + first.text("next_cursor")).mustBe(200);

        assertThat(first.each("excerpt")).containsExactly("@" + member.handle() + " 2", "@" + member.handle() + " 1");
        assertThat(second.each("excerpt")).containsExactly("@" + member.handle() + " 0");
        assertThat(second.text("next_cursor")).isNull();
        assertThat(as.get("/mentions?limit=0").mustBe(422).wrongFields()).containsExactly("limit");
        assertThat(as.get("/mentions?cursor=x").mustBe(422).wrongFields()).containsExactly("cursor");
        world.anonymous().get("/mentions").mustBe(401);
    }

    @Test
    void hidesMentionsWithTheirNode() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        Person member = project.workspace().join("MEMBER");
        comment(project.api(), issue, "@" + member.handle()).mustBe(201);
        Api as = world.as(member);
        assertThat(as.get("/mentions").items()).hasSize(1);

        Answer rule = project.api()
                .post(
                        project.workspace().path("/rules"),
                        object(
                                "effect", "deny",
                                "action", "comment_read",
                                "role", "member",
                                "node_id", issue.id()))
                .mustBe(201);
        assertThat(as.get("/mentions").items()).isEmpty();
        project.api().delete("/rules/" + rule.id()).mustBe(204);
        project.api().delete("/nodes/" + issue.id()).mustBe(200);
        assertThat(as.get("/mentions").items()).isEmpty();
        project.api().post("/nodes/" + issue.id() + "/restore").mustBe(200);
        assertThat(as.get("/mentions").items()).hasSize(1);
    }

    private static Answer comment(Api api, Answer node, String text) {
        return api.post("/nodes/" + node.id() + "/comments", object("text", text));
    }

    private static List<String> handles(Answer comment) {
        return comment.json().getJsonArray("mentions").getValuesAs(JsonObject.class).stream()
                .map(mention -> mention.getString("handle"))
                .toList();
    }
}

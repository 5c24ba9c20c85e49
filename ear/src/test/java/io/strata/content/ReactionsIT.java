package io.strata.content;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ReactionsIT {

    private final World world;

    ReactionsIT(World world) {
        this.world = world;
    }

    @Test
    void countsWhoReactsToAComment() {
        TestProject project = world.project();
        Person member = project.workspace().join("MEMBER");
        Api as = world.as(member);
        String comment = comment(project, project.issue("Debated"));

        project.api().put(comment + "/reactions/heart").mustBe(200);
        as.put(comment + "/reactions/heart").mustBe(200);
        as.put(comment + "/reactions/rocket").mustBe(200);
        Answer reactions = as.get(comment + "/reactions").mustBe(200);

        assertThat(reactions.each("emoji")).containsExactly("heart", "rocket");
        JsonObject hearts = reactions.items().get(0);
        assertThat(hearts.getInt("count")).isEqualTo(2);
        assertThat(hearts.getBoolean("mine")).isTrue();
        assertThat(hearts.getJsonArray("handles").toString())
                .isEqualTo("[\"" + world.strata().administratorHandle() + "\",\"" + member.handle() + "\"]");
        assertThat(project.api().get(comment + "/reactions").items().get(1).getBoolean("mine"))
                .isFalse();
        assertThat(project.api().get(comment).json().getJsonArray("reactions")).hasSize(2);

        assertThat(as.delete(comment + "/reactions/heart")
                        .mustBe(200)
                        .items()
                        .get(0)
                        .getInt("count"))
                .isEqualTo(1);
        assertThat(project.api()
                        .delete(comment + "/reactions/heart")
                        .mustBe(200)
                        .each("emoji"))
                .containsExactly("rocket");
    }

    @Test
    void reactsToNodes() {
        TestProject project = world.project();
        Answer issue = project.issue("Liked");
        String node = "/nodes/" + issue.text("short_id");

        assertThat(project.api().put(node + "/reactions/thumbs_up").mustBe(200).each("emoji"))
                .containsExactly("thumbs_up");
        comment(project, issue);

        assertThat(project.api().get(node).json().getJsonArray("reactions"))
                .singleElement()
                .satisfies(reaction ->
                        assertThat(reaction.asJsonObject().getInt("count")).isEqualTo(1));
        assertThat(project.api().get(node + "/reactions").mustBe(200).items()).hasSize(1);
        assertThat(project.api()
                        .delete(node + "/reactions/thumbs_up")
                        .mustBe(200)
                        .items())
                .isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        TestProject project = world.project();
        String comment = comment(project, project.issue("Debated"));
        List<Callable<Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(() -> project.api().put(comment + "/reactions/eyes"));
        }

        List<Answer> answers = AtOnce.run(clients);

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.mustBe(200).items().get(0).getInt("count"))
                                .isEqualTo(1));
        project.api().delete(comment + "/reactions/eyes").mustBe(200);
        project.api().delete(comment + "/reactions/eyes").mustBe(200);
        assertThat(project.api()
                        .get("/audit?action=reaction.&workspace_id="
                                + project.workspace().id())
                        .each("action"))
                .containsExactly("reaction.removed", "reaction.added");
    }

    @Test
    void refusesWhatIsNoReaction() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        String comment = comment(project, issue);

        assertThat(project.api().put(comment + "/reactions/poop").mustBe(422).wrongFields())
                .containsExactly("emoji");
        assertThat(project.api()
                        .put("/nodes/" + issue.id() + "/reactions/HEART")
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("emoji");
        project.api().put("/comments/" + UUID.randomUUID() + "/reactions/heart").mustBe(404);
        project.api().put("/nodes/" + UUID.randomUUID() + "/reactions/heart").mustBe(404);
        project.api().delete(comment).mustBe(204);
        project.api().put(comment + "/reactions/heart").mustBe(404);
        project.api().delete("/nodes/" + issue.id()).mustBe(200);
        project.api().put("/nodes/" + issue.id() + "/reactions/heart").mustBe(404);
    }

    @Test
    void isForThoseWhoMayComment() {
        TestProject project = world.project();
        Answer issue = project.issue("Debated");
        String node = "/nodes/" + issue.id();
        String comment = comment(project, issue);
        Api viewer = project.workspace().member("VIEWER");
        Api stranger = world.as(world.person());

        for (String path : List.of(node, comment)) {
            viewer.put(path + "/reactions/heart").mustBe(403);
            viewer.delete(path + "/reactions/heart").mustBe(403);
            viewer.get(path + "/reactions").mustBe(200);
            stranger.put(path + "/reactions/heart").mustBe(404);
            stranger.delete(path + "/reactions/heart").mustBe(404);
            stranger.get(path + "/reactions").mustBe(404);
        }
    }

    private static String comment(TestProject project, Answer node) {
        return "/comments/"
                + project.api()
                        .post("/nodes/" + node.id() + "/comments", object("text", "Opinion"))
                        .mustBe(201)
                        .id();
    }
}

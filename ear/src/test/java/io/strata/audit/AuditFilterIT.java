package io.strata.audit;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AgainstStrata
class AuditFilterIT {

    private final World world;

    AuditFilterIT(World world) {
        this.world = world;
    }

    @Test
    void filtersByActorActionAndSubject() {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        Api member = project.workspace().member("MEMBER");
        member.patch("/nodes/" + two.id(), object("title", "Three")).mustBe(200);
        JsonObject change = list(project, "subject_id=" + two.id()).get(0);

        assertThat(actions(project, "action=node.")).containsExactly("node.changed", "node.created", "node.created");
        assertThat(actions(project, "action=node.c&subject_id=" + one.id())).containsExactly("node.created");
        assertThat(actions(project, "subject_kind=project")).containsExactly("project.created");
        assertThat(actions(project, "actor=" + change.getString("actor_handle")))
                .containsExactly("node.changed");
        assertThat(actions(project, "actor=" + change.getString("actor_id"))).containsExactly("node.changed");
        assertThat(actions(project, "actor=nobody")).isEmpty();
        assertThat(actions(
                        project, "action=node.changed&actor=" + world.strata().administratorHandle()))
                .isEmpty();
    }

    @Test
    void filtersByTime() {
        TestProject project = world.project();
        project.issue("Early");
        Answer late = project.issue("Late");
        Instant moment =
                Instant.parse(list(project, "subject_id=" + late.id()).get(0).getString("occurred_at"));

        assertThat(list(project, "action=node.created&from=" + moment)).hasSize(1);
        assertThat(list(project, "action=node.created&to=" + moment)).hasSize(1);
        assertThat(list(project, "from=2001-01-01&to=2002-01-01")).isEmpty();
        assertThat(list(project, "from=2001-01-01&to=2999-01-01")).hasSize(4);
    }

    @Test
    void findsEntriesByTheirWords() {
        TestProject project = world.project();
        String word = World.word();
        Answer issue = project.issue("The " + word + " of the line");
        project.issue("Another");

        await("the words of the entry").until(() -> list(project, "text=" + word), found -> !found.isEmpty());
        assertThat(list(project, "text=LINE%20" + word.substring(0, 8)).get(0).getString("subject_id"))
                .isEqualTo(issue.text("id"));
        assertThat(list(project, "text=" + word + "%20elsewhere")).isEmpty();
        assertThat(list(project, "text=%22%26%7C!()%3A*")).isEmpty();
    }

    @Test
    void leafsThroughAllEntriesOnce() {
        TestProject project = world.project();
        for (int i = 0; i < 7; i++) {
            project.issue("Number " + i);
        }
        List<Integer> ids = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            Answer page = project.api()
                    .get("/audit?action=node.created&limit=3&workspace_id="
                            + project.workspace().id()
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .mustBe(200);
            page.items().forEach(entry -> ids.add(entry.getInt("id")));
            cursor = page.text("next_cursor");
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=nonsense, cursor",
        "cursor=2026-01-01T00:00:00Z, cursor",
        "from=yesterday, from",
        "to=2026-13-01, to",
        "from=2026-02-01&to=2026-01-01, to",
        "subject_id=node, subject_id",
        "limit=0, limit"
    })
    void saysWhichFilterIsWrong(String parameters, String field) {
        assertThat(world.administrator().get("/audit?" + parameters).mustBe(422).wrongFields())
                .containsExactly(field);
    }

    @Test
    void takesNoSqlForAFilter() {
        String attempt = "%27%20or%20zq9%3Dzq9%20--";

        for (String name : List.of("actor", "action", "subject_kind", "text")) {
            assertThat(world.administrator()
                            .get("/audit?" + name + "=" + attempt)
                            .mustBe(200)
                            .items())
                    .as(name)
                    .isEmpty();
        }
    }

    private List<String> actions(TestProject project, String filters) {
        return list(project, filters).stream()
                .map(entry -> entry.getString("action"))
                .toList();
    }

    private List<JsonObject> list(TestProject project, String filters) {
        return project.api()
                .get("/audit?workspace_id=" + project.workspace().id() + "&" + filters)
                .mustBe(200)
                .items();
    }
}

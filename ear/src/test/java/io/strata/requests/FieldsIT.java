package io.strata.requests;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with the fields that were asked for. */
@AgainstStrata
class FieldsIT {

    private final World world;
    private TestProject project;
    private Api api;
    private Answer issue;

    FieldsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        api = project.api();
        issue = project.issue("Issue");
    }

    @Test
    void answersListsWithChosenFields() {
        Answer list =
                api.get(project.path("/nodes?limit=1&fields=id,title,status")).mustBe(200);

        assertThat(list.items().get(0).keySet()).containsExactlyInAnyOrder("id", "title");
        assertThat(list.text("next_cursor")).isNotBlank();
        assertThat(api.get(project.path("/nodes?kind=issue&fields=id,%20title,status"))
                        .mustBe(200)
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item.keySet()).containsExactlyInAnyOrder("id", "title", "status"));
    }

    @Test
    void answersReadsWithChosenFields() {
        Answer node = api.get("/nodes/" + issue.id() + "?fields=description,node.title,path.short_id")
                .mustBe(200);

        assertThat(node.json().keySet()).containsExactlyInAnyOrder("description", "node", "path");
        assertThat(node.json().getJsonObject("node").keySet()).containsExactly("title");
        assertThat(node.json().getJsonArray("path").getJsonObject(0).keySet()).containsExactly("short_id");
        assertThat(api.get(project.path("?fields=key,name")).mustBe(200).json().keySet())
                .containsExactlyInAnyOrder("key", "name");
    }

    @Test
    void readsANodeAloneWhenNothingElseIsWanted() {
        api.post("/nodes/" + issue.id() + "/comments", object("text", "Words")).mustBe(201);

        Answer node =
                api.get("/nodes/" + issue.text("short_id") + "?fields=node").mustBe(200);

        assertThat(node.json().keySet()).containsExactly("node");
        assertThat(node.json().getJsonObject("node"))
                .isEqualTo(api.get("/nodes/" + issue.id()).json().getJsonObject("node"));
        project.workspace();
        world.as(world.person()).get("/nodes/" + issue.id() + "?fields=node").mustBe(404);
    }

    @Test
    void saysWhatThereIsWhenAFieldDoesNotExist() {
        Answer list = api.get(project.path("/nodes?fields=id,colour"));
        Answer within = api.get("/nodes/" + issue.id() + "?fields=node.colour");

        assertThat(list.mustBe(422).wrongFields()).containsExactly("fields");
        assertThat(list.text()).contains("there is no colour; there are id, kind, short_id");
        assertThat(within.mustBe(422).text()).contains("there is no node.colour; there are id, kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "id,", "id.x", ".id", "items", "next_cursor", "id&fields=title", "%00", "…"})
    void refusesWhatIsNoChoice(String fields) {
        assertThat(api.get(project.path("/nodes?fields=" + fields.replace("…", "%E2%80%A6")))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("fields");
    }

    @Test
    void refusesAChoiceWhereThereIsNone() {
        assertThat(api.get(project.path("/export?fields=id")).mustBe(422).wrongFields())
                .containsExactly("fields");
    }
}
